using System.Text;

namespace Investr.Conformance.Tests.Language;

/// <summary>Changes texts at random, as typing errors and attackers do. The same seed makes the same texts.</summary>
internal sealed class TextMutation(int seed)
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "&", "...", ":", "=", "@", "|", ",", "#", "\"", "\"\"\"", "\\", ".", "..", "-", "0", "1", "1.5", "1e9", "01", "-0",
        "a", "on", "true", "null", "query", "mutation", "subscription", "fragment", "type", "extend", "schema", "scalar", "interface", "union", "enum", "input",
        "directive", "repeatable", "implements", "$v", "@skip(if: true)", "\"text\"", "\"\"", "\"\\u0041\"", "\"\\u{1F600}\"", "\"\"\"\n block\n\"\"\"",
        "...F", "... on T", " ", "\n", "\r", "\r\n", "\t", "\uFEFF", "é", "😀", "\0", "\u2028", "\\u", "\\u{", "\\\"", "\\\"\"\"", "'", "FIELD", "_",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A text with one change, or a few.</summary>
    public string Mutate(string text)
    {
        for (var changes = Math.Max(1, _random.Next(6) - 2); changes > 0; changes--) text = Change(text);
        return WellFormed(text);
    }

    private string Change(string text) => _random.Next(8) switch
    {
        0 => Without(text, 1),
        1 => Without(text, _random.Next(1, 12)),
        2 => text.Insert(Place(text), Any(Tokens)),
        3 => text.Insert(Place(text), $" {Any(Tokens)} "),
        4 => text.Insert(Place(text), Piece(text)),
        5 => text[..Place(text)],
        6 => WithByte(text),
        _ => SwapWords(text),
    };

    private int Place(string text) => _random.Next(text.Length + 1);

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];

    private string Without(string text, int length)
    {
        var start = Place(text);
        return text.Remove(start, Math.Min(length, text.Length - start));
    }

    private string Piece(string text)
    {
        var start = Place(text);
        return text.Substring(start, Math.Min(_random.Next(1, 20), text.Length - start));
    }

    private string WithByte(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0) bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        return Encoding.UTF8.GetString(bytes);
    }

    private string SwapWords(string text)
    {
        var words = text.Split(' ');
        var (i, j) = (_random.Next(words.Length), _random.Next(words.Length));
        (words[i], words[j]) = (words[j], words[i]);
        return string.Join(' ', words);
    }

    // A cut may part a surrogate pair; UTF-8 has no halves.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
