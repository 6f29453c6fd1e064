using System.Text;

namespace Investr.Infrastructure.Searching;

/// <summary>Text as it is searched: capitals without diacritics, cut into words of letters and digits.</summary>
/// <remarks>The process runs without the tables of cultures, and so without those of Unicode's normal forms: what is folded is here.</remarks>
internal static class SearchText
{
    private static readonly (string Plain, string Marked)[] Folds =
    [
        ("A", "ÀÁÂÃÄÅĀĂĄ"), ("AE", "Æ"), ("C", "ÇĆĈĊČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"), ("I", "ÌÍÎÏĨĪĬĮİ"),
        ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇŊ"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("OE", "Œ"), ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"), ("SS", "ßẞ"),
        ("T", "ŢŤŦȚ"), ("TH", "Þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"), ("Z", "ŹŻŽ"),
    ];

    private static readonly Dictionary<char, string> PlainOf =
        Folds.SelectMany(fold => fold.Marked.Select(letter => (letter, fold.Plain))).ToDictionary();

    /// <summary>The words of a text. What joins letters is left out: S&amp;P is SP, L'Oréal is LOREAL, U.S. is US.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character)) Append(word, character);
            else if (!IsJoiner(character)) End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>All letters and digits as one word, such as BRKB for BRK-B.</summary>
    public static string Compact(string text)
    {
        StringBuilder word = new();
        foreach (var character in text.Where(char.IsLetterOrDigit)) Append(word, character);
        return word.ToString();
    }

    private static void Append(StringBuilder word, char character)
    {
        var capital = char.ToUpperInvariant(character);
        if (capital > '\u007F' && PlainOf.TryGetValue(capital, out var plain)) word.Append(plain);
        else word.Append(capital);
    }

    // Combining marks stand after the letter that they belong to.
    private static bool IsJoiner(char character) =>
        character is '&' or '\'' or '’' or '.' or (>= '\u0300' and <= '\u036F');
}
