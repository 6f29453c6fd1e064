using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>A document's text as UTF-8, which turns offsets into lines and columns when an error asks for them.</summary>
public sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    private LineIndex? _lines;

    /// <summary>Makes a source from a string.</summary>
    public SourceText(string text) : this(Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The text's bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The place of a byte offset: line and column counted from 1, the column in UTF-16 units as graphql-js counts.</summary>
    public SourceLocation LocationOf(int offset)
    {
        // Two threads may both make the index; the one that is kept is as good as the other.
        _lines ??= LineIndex.Of(Utf8.Span);
        return _lines.LocationOf(Utf8.Span, Math.Min(offset, Utf8.Length));
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private sealed class LineIndex(int[] starts, bool ascii)
    {
        public static LineIndex Of(ReadOnlySpan<byte> text)
        {
            var starts = new List<int> { 0 };
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == (byte)'\n' || (text[i] == (byte)'\r' && !(i + 1 < text.Length && text[i + 1] == (byte)'\n'))) starts.Add(i + 1);
            }

            return new([.. starts], Ascii.IsValid(text));
        }

        public SourceLocation LocationOf(ReadOnlySpan<byte> text, int offset)
        {
            var found = Array.BinarySearch(starts, offset);
            var line = found >= 0 ? found : ~found - 1;
            var units = ascii ? offset - starts[line] : Encoding.UTF8.GetCharCount(text[starts[line]..offset]);
            return new(line + 1, units + 1);
        }
    }
}

/// <summary>A line and a column of a document, both counted from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);
