using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>§2.10.4 Block strings: what their indentation means, and how they are printed.</summary>
internal static class BlockString
{
    private static readonly char[] NotPrintable = [.. Enumerable.Range(0, 16).Where(code => code is not (9 or 10)).Select(code => (char)code)];

    /// <summary>The value of the text between the quotes: common indentation and blank lines at both ends removed.</summary>
    public static string Dedent(ReadOnlySpan<byte> raw)
    {
        var lines = Lines(Encoding.UTF8.GetString(raw).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal));
        var (indent, first, last) = (int.MaxValue, -1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var leading = lines[i].Length - lines[i].AsSpan().TrimStart(" \t").Length;
            if (leading == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) indent = Math.Min(indent, leading);
        }

        if (first < 0) return "";
        var kept = lines.Skip(first).Take(last - first + 1).Select((line, i) => first + i == 0 ? line : line[Math.Min(indent, line.Length)..]);
        return string.Join('\n', kept);
    }

    /// <summary>Whether a value survives being printed as a block string and read again.</summary>
    public static bool IsPrintable(string value)
    {
        if (value.Length == 0) return true;
        if (value.AsSpan().ContainsAny(NotPrintable)) return false;
        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1])) return false;
        return lines.Length == 1 || !lines.All(line => IsBlank(line) || line[0] is (' ' or '\t'));
    }

    /// <summary>The value between triple quotes.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = Lines(escaped);
        var isSingleLine = lines.Length == 1;
        // A leading line end keeps the first line's indentation from counting for nothing.
        var leadingLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || line[0] is (' ' or '\t'));
        var endsInTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingLine = (value.EndsWith('"') && !endsInTripleQuotes) || value.EndsWith('\\');
        var manyLines = !isSingleLine || value.Length > 70 || trailingLine || leadingLine || endsInTripleQuotes;
        var startsBlank = isSingleLine && value.Length > 0 && value[0] is (' ' or '\t');

        var before = (manyLines && !startsBlank) || leadingLine ? "\n" : "";
        var after = manyLines ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(" \t").IsEmpty;

    private static string[] Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
