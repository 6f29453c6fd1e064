using System.Globalization;

namespace Investr.GraphQL.Language;

/// <summary>§3.14 Cuts a schema coordinate into names and the punctuators <c>. ( ) : @</c>, of which it alone knows the single dot.</summary>
/// <remarks>All that it accepts is ASCII, so a UTF-16 offset is a byte's, and all is on the first line.</remarks>
internal ref struct CoordinateTokens(string text)
{
    private int _start;
    private int _end;

    private readonly bool IsAtEnd => _start == text.Length;

    private readonly bool IsName => !IsAtEnd && IsNameStart(text[_start]);

    private readonly ReadOnlySpan<char> Token => text.AsSpan(_start.._end);

    /// <summary>Goes on to the next token.</summary>
    /// <exception cref="SyntaxException">No token begins here.</exception>
    public void Advance()
    {
        _start = _end;
        if (IsAtEnd) return;
        if (!IsName && !".():@".Contains(text[_start], StringComparison.Ordinal)) throw Refuse($"Invalid character: {Character()}.");

        var isName = IsName;
        do _end++;
        while (isName && _end < text.Length && (IsNameStart(text[_end]) || char.IsAsciiDigit(text[_end])));
    }

    public bool Skip(char punctuator)
    {
        if (IsAtEnd || text[_start] != punctuator) return false;
        Advance();
        return true;
    }

    public void Expect(char punctuator)
    {
        if (!Skip(punctuator)) throw Expected($"\"{punctuator}\"");
    }

    public string ExpectName()
    {
        if (!IsName) throw Expected("Name");
        var name = Token.ToString();
        Advance();
        return name;
    }

    public readonly void ExpectEnd()
    {
        if (!IsAtEnd) throw Expected("<EOF>");
    }

    private readonly SyntaxException Expected(string what) =>
        Refuse($"Expected {what}, found {(IsAtEnd ? "<EOF>" : IsName ? $"Name \"{Token}\"" : $"\"{Token}\"")}.");

    private readonly SyntaxException Refuse(string message) => new(message, _start) { Location = new(1, _start + 1) };

    // Printable ASCII is quoted, anything else is named by its code point.
    private readonly string Character()
    {
        int point = _start + 1 < text.Length && char.IsSurrogatePair(text, _start) ? char.ConvertToUtf32(text, _start) : text[_start];
        return point switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{(char)point}\"",
            _ => string.Create(CultureInfo.InvariantCulture, $"U+{point:X4}"),
        };
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';
}
