namespace Investr.Infrastructure.Searching;

/// <summary>Words in alphabetical order, each with the places where it stands.</summary>
internal sealed class WordTable
{
    private readonly string[] _words;
    private readonly int[] _places;

    // The places of a word begin at its number here and end at the next one's.
    private readonly int[] _starts;

    public WordTable(IEnumerable<(string Word, int Place)> words)
    {
        var ordered = words.ToArray();
        Array.Sort(ordered, static (left, right) =>
            string.CompareOrdinal(left.Word, right.Word) is not 0 and var order ? order : left.Place.CompareTo(right.Place));

        List<string> distinct = [];
        List<int> starts = [];
        foreach (var (place, (word, _)) in ordered.Index())
        {
            if (distinct.Count > 0 && distinct[^1] == word) continue;
            distinct.Add(word);
            starts.Add(place);
        }

        (_words, _starts, _places) = ([.. distinct], [.. starts, ordered.Length], [.. ordered.Select(entry => entry.Place)]);
    }

    /// <summary>The words that begin with this, as a range of their numbers; the word itself would be the first.</summary>
    public Range Beginning(string prefix) => FirstNotBefore(prefix)..FirstNotBefore(prefix + char.MaxValue);

    /// <summary>Whether the word with this number is exactly this one.</summary>
    public bool Is(int number, string word) => _words[number] == word;

    public ReadOnlySpan<int> PlacesOf(int number) => _places.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The numbers of the words one of whose beginnings is so many typos from what was typed, with the number of typos, at least one.</summary>
    public List<(int Number, int Typos)> Near(string typed, int mostTypos)
    {
        var scan = new TypoScan(typed, mostTypos);
        List<(int, int)> near = [];
        for (var number = 0; number < _words.Length; number++)
        {
            var typos = scan.Next(_words[number]);
            if (typos > 0 && typos <= mostTypos) near.Add((number, typos));
        }

        return near;
    }

    private int FirstNotBefore(string word)
    {
        var at = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }
}
