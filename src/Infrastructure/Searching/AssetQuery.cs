namespace Investr.Infrastructure.Searching;

/// <summary>What somebody typed, as it is compared with assets.</summary>
internal sealed record AssetQuery
{
    private const int MostWords = 8;
    private const int MostLetters = 100;

    private AssetQuery(string term) => (Compact, Words) = (SearchText.Compact(term), [.. SearchText.WordsOf(term).Take(MostWords)]);

    /// <summary>All of it as one word: a symbol or an ISIN, or its beginning.</summary>
    public string Compact { get; }

    /// <summary>Its words: beginnings of words of the name, in any order.</summary>
    public IReadOnlyList<string> Words { get; }

    public static AssetQuery Of(string term) => new(term.Length > MostLetters ? term[..MostLetters] : term);

    /// <summary>How many typos are forgiven in a word: one from 4 letters on, two from 8 on; none where there are digits.</summary>
    public static int TyposForgivenIn(string word) => !word.All(char.IsLetter) ? 0 : word.Length switch { >= 8 => 2, >= 4 => 1, _ => 0 };
}
