using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>§2.1 Cuts UTF-8 text into tokens. One token is held at a time; a copy of the struct looks ahead.</summary>
/// <remarks>The text must be valid UTF-8: the parser has checked it, so that bytes above 0x7F need no look here.</remarks>
internal ref partial struct Lexer(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;
    private string? _value;

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>The offset of the token's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>The offset after the token's last byte.</summary>
    public int End { get; private set; }

    /// <summary>The token's bytes, as written.</summary>
    public readonly ReadOnlySpan<byte> Text => _source[Start..End];

    /// <summary>What the token says: a name, a number's digits, a string with its escapes resolved.</summary>
    public string Value => _value ??= Kind switch
    {
        TokenKind.String => Encoding.UTF8.GetString(_source[(Start + 1)..(End - 1)]),
        TokenKind.BlockString => BlockString.Dedent(_source[(Start + 3)..(End - 3)]),
        _ => Encoding.UTF8.GetString(Text),
    };

    /// <summary>The token as an error message names it, such as <c>Name "foo"</c>.</summary>
    public string Describe() => Kind.HasValue() ? $"{Kind.Describe()} \"{Value}\"" : Kind.Describe();

    /// <summary>Whether the token is this name.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name) => Kind == TokenKind.Name && Text.SequenceEqual(name);

    /// <summary>Goes on to the next token.</summary>
    /// <exception cref="SyntaxException">No token begins here.</exception>
    public void Advance()
    {
        _value = null;
        Start = SkipIgnored(End);
        if (Start == _source.Length) (Kind, End) = (TokenKind.EndOfFile, Start);
        else ReadToken(_source[Start]);
    }

    private readonly byte At(int position) => position < _source.Length ? _source[position] : (byte)0;

    // §2.1.1-6: byte order marks, white space, line ends, comments and commas mean nothing.
    private readonly int SkipIgnored(int position)
    {
        while (position < _source.Length)
        {
            switch (_source[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var rest = _source[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = rest < 0 ? _source.Length : position + rest;
                    break;
                case 0xEF when _source[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private void ReadToken(byte first)
    {
        switch (first)
        {
            case (byte)'_' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'):
                ReadName();
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber(first);
                break;
            case (byte)'"' when At(Start + 1) == (byte)'"' && At(Start + 2) == (byte)'"':
                ReadBlockString();
                break;
            case (byte)'"':
                ReadString();
                break;
            case (byte)'.' when At(Start + 1) == (byte)'.' && At(Start + 2) == (byte)'.':
                (Kind, End) = (TokenKind.Spread, Start + 3);
                break;
            default:
                (Kind, End) = (PunctuatorOf(first), Start + 1);
                break;
        }
    }

    private readonly TokenKind PunctuatorOf(byte character) => character switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.ParenthesisLeft,
        (byte)')' => TokenKind.ParenthesisRight,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.Equals,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.BracketLeft,
        (byte)']' => TokenKind.BracketRight,
        (byte)'{' => TokenKind.BraceLeft,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.BraceRight,
        (byte)'\'' => throw new SyntaxException("Unexpected single quote character ('), did you mean to use a double quote (\")?", Start),
        _ => throw new SyntaxException($"Unexpected character: {CodePointAt(Start)}.", Start),
    };

    private void ReadName()
    {
        var end = Start + 1;
        while (IsNameContinue(At(end))) end++;
        (Kind, End) = (TokenKind.Name, end);
    }

    // §2.10.1-2: a number is followed by neither a digit, a dot nor a name.
    private void ReadNumber(byte first)
    {
        var position = first == (byte)'-' ? Start + 1 : Start;
        var isFloat = false;
        if (At(position) == (byte)'0')
        {
            position++;
            if (IsDigit(At(position))) throw new SyntaxException($"Invalid number, unexpected digit after 0: {CodePointAt(position)}.", position);
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == (byte)'.')
        {
            isFloat = true;
            position = ReadDigits(position + 1);
        }

        if (At(position) is (byte)'e' or (byte)'E')
        {
            isFloat = true;
            position++;
            position = ReadDigits(At(position) is (byte)'+' or (byte)'-' ? position + 1 : position);
        }

        if (At(position) == (byte)'.' || (IsNameContinue(At(position)) && !IsDigit(At(position)))) throw ExpectedDigit(position);
        (Kind, End) = (isFloat ? TokenKind.Float : TokenKind.Int, position);
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigit(At(position))) throw ExpectedDigit(position);
        while (IsDigit(At(position))) position++;
        return position;
    }

    private readonly SyntaxException ExpectedDigit(int position) =>
        new($"Invalid number, expected digit but got: {CodePointAt(position)}.", position);

    // Printable ASCII is quoted, anything else is named by its code point.
    private readonly string CodePointAt(int position)
    {
        if (position >= _source.Length) return TokenKind.EndOfFile.Describe();
        Rune.DecodeFromUtf8(_source[position..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    private static bool IsNameContinue(byte character) =>
        character is (byte)'_' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9');
}
