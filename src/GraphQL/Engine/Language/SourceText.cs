using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>A document's text as UTF-8, which turns offsets into lines and columns when an error asks for them.</summary>
public sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    /// <summary>Makes a source from a string.</summary>
    public SourceText(string text) : this(Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The text's bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The place of a byte offset: line and column counted from 1, the column in UTF-16 units as graphql-js counts.</summary>
    public SourceLocation LocationOf(int offset)
    {
        var before = Utf8.Span[..Math.Min(offset, Utf8.Length)];
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == (byte)'\n' || (before[i] == (byte)'\r' && !(i + 1 < Utf8.Length && Utf8.Span[i + 1] == (byte)'\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>A line and a column of a document, both counted from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);
