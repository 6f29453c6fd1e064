using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>§2.10.4 Strings, their escapes, and block strings.</summary>
internal ref partial struct Lexer
{
    private void ReadString()
    {
        var position = Start + 1;
        StringBuilder? unescaped = null;
        while (true)
        {
            var run = _source[position..].IndexOfAny("\"\\\n\r"u8);
            if (run < 0) throw new SyntaxException("Unterminated string.", _source.Length);
            var stop = position + run;
            if (_source[stop] is (byte)'\n' or (byte)'\r') throw new SyntaxException("Unterminated string.", stop);
            if (_source[stop] == (byte)'\\' || unescaped is not null)
            {
                unescaped ??= new();
                unescaped.Append(Encoding.UTF8.GetString(_source[position..stop]));
            }

            if (_source[stop] == (byte)'"')
            {
                (Kind, End, _value) = (TokenKind.String, stop + 1, unescaped?.ToString());
                return;
            }

            position = stop + ReadEscape(stop, unescaped!);
        }
    }

    // Appends what the escape at a position stands for; answers its length.
    private readonly int ReadEscape(int position, StringBuilder into)
    {
        if (At(position + 1) == (byte)'u')
        {
            return At(position + 2) == (byte)'{' ? ReadBracedCodePoint(position, into) : ReadFourDigitCodePoint(position, into);
        }

        into.Append(At(position + 1) switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => throw new SyntaxException($"Invalid character escape sequence: \"{Units(position, 2)}\".", position),
        });
        return 2;
    }

    private readonly int ReadBracedCodePoint(int position, StringBuilder into)
    {
        // The longest is \u{00000000}: eleven characters and the brace.
        const int Longest = 12;
        var point = 0;
        var size = 3;
        while (size < Longest)
        {
            var character = At(position + size++);
            if (character == (byte)'}')
            {
                if (size < 5 || !Rune.IsValid(point)) break;
                into.Append(new Rune(point).ToString());
                return size;
            }

            point = (point << 4) | HexDigit(character);
            if (point < 0) break;
        }

        throw InvalidUnicode(position, size);
    }

    // §2.10.4: two escapes may stand for a surrogate pair, and must where they stand for surrogates.
    private readonly int ReadFourDigitCodePoint(int position, StringBuilder into)
    {
        var code = FourHexDigits(position + 2);
        if (Rune.IsValid(code))
        {
            into.Append((char)code);
            return 6;
        }

        if (code >= 0 && char.IsHighSurrogate((char)code) && At(position + 6) == (byte)'\\' && At(position + 7) == (byte)'u')
        {
            var low = FourHexDigits(position + 8);
            if (low >= 0 && char.IsLowSurrogate((char)low))
            {
                into.Append((char)code).Append((char)low);
                return 12;
            }
        }

        throw InvalidUnicode(position, 6);
    }

    private void ReadBlockString()
    {
        var position = Start + 3;
        while (true)
        {
            var quotes = _source[position..].IndexOf("\"\"\""u8);
            if (quotes < 0) throw new SyntaxException("Unterminated string.", _source.Length);
            position += quotes + 3;
            if (_source[position - 4] == (byte)'\\') continue;

            (Kind, End) = (TokenKind.BlockString, position);
            return;
        }
    }

    // A negative digit makes the whole negative.
    private readonly int FourHexDigits(int position) =>
        (HexDigit(At(position)) << 12) | (HexDigit(At(position + 1)) << 8) | (HexDigit(At(position + 2)) << 4) | HexDigit(At(position + 3));

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };

    private readonly SyntaxException InvalidUnicode(int position, int units) =>
        new($"Invalid Unicode escape sequence: \"{Units(position, units)}\".", position);

    // The next UTF-16 units; three bytes a unit, and three more for a character that the cut would split.
    private readonly string Units(int position, int count)
    {
        var bytes = _source.Slice(position, Math.Min((count * 3) + 3, _source.Length - position));
        var text = Encoding.UTF8.GetString(bytes);
        return text.Length > count ? text[..count] : text;
    }
}
