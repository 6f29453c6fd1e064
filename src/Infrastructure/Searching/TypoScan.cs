namespace Investr.Infrastructure.Searching;

/// <summary>
/// How many typos away a typed word is from the nearest beginning of each of many words in alphabetical order: letters that are wrong,
/// missing, too many, or swapped with their neighbour (optimal string alignment). What neighbours begin with alike is compared once.
/// </summary>
internal sealed class TypoScan
{
    private readonly string _typed;
    private readonly int _most;
    private readonly List<int[]> _rows = [];
    private readonly List<int> _best = [];
    private string _last = "";
    private int _stoppedAt = int.MaxValue;

    /// <param name="typed">What was typed.</param>
    /// <param name="most">How many typos are forgiven.</param>
    public TypoScan(string typed, int most)
    {
        (_typed, _most) = (typed, most);
        _rows.Add([.. Enumerable.Range(0, typed.Length + 1)]);
        _best.Add(typed.Length);
    }

    /// <summary>The typos between what was typed and the nearest beginning of the word; anything over the most stands for too many.</summary>
    /// <param name="word">The next word in alphabetical order.</param>
    public int Next(string word)
    {
        var shared = Math.Min(word.AsSpan().CommonPrefixLength(_last), _best.Count - 1);
        _last = word;
        // After so many letters no continuation could come nearer.
        if (shared >= _stoppedAt) return _best[_stoppedAt];

        _stoppedAt = int.MaxValue;
        _best.RemoveRange(shared + 1, _best.Count - shared - 1);
        for (var letters = shared + 1; letters <= word.Length; letters++)
        {
            var nearest = AddRow(word, letters);
            _best.Add(Math.Min(_best[letters - 1], _rows[letters][^1]));
            if (nearest <= _most) continue;

            _stoppedAt = letters;
            break;
        }

        return _best[^1];
    }

    // The distances of the word's first letters from each beginning of what was typed; answers the least of them.
    private int AddRow(string word, int letters)
    {
        if (_rows.Count == letters) _rows.Add(new int[_typed.Length + 1]);
        var (row, above, letter) = (_rows[letters], _rows[letters - 1], word[letters - 1]);
        var nearest = row[0] = letters;
        for (var i = 1; i <= _typed.Length; i++)
        {
            var distance = Math.Min(Math.Min(row[i - 1], above[i]) + 1, above[i - 1] + (_typed[i - 1] == letter ? 0 : 1));
            if (i > 1 && letters > 1 && letter == _typed[i - 2] && word[letters - 2] == _typed[i - 1])
                distance = Math.Min(distance, _rows[letters - 2][i - 2] + 1);

            row[i] = distance;
            nearest = Math.Min(nearest, distance);
        }

        return nearest;
    }
}
