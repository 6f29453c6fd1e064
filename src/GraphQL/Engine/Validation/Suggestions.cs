using System.Numerics;

namespace Investr.GraphQL.Validation;

/// <summary>"Did you mean …?": names that are near to what was written, the nearest first.</summary>
internal static class Suggestions
{
    private const int MaxNames = 5;

    /// <summary>The names within the distance that a typing error may make.</summary>
    public static IReadOnlyList<string> Near(string written, IEnumerable<string> names)
    {
        var threshold = (int)(written.Length * 0.4) + 1;
        return [.. names.Distinct(StringComparer.Ordinal)
            .Where(name => Math.Abs(name.Length - written.Length) <= threshold)
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(near => near.Distance <= threshold)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, Comparer<string>.Create(CompareNaturally))
            .Select(near => near.Name)];
    }

    /// <summary>The question, with a space before it; empty where nothing is near.</summary>
    public static string Ask(IReadOnlyList<string> names, string? what = null)
    {
        var quoted = names.Take(MaxNames).Select(name => $"\"{name}\"").ToArray();
        var subject = what is null ? " Did you mean " : $" Did you mean {what} ";
        return quoted switch
        {
            [] => "",
            [var only] => $"{subject}{only}?",
            [var first, var second] => $"{subject}{first} or {second}?",
            [.. var others, var last] => $"{subject}{string.Join(", ", others)}, or {last}?",
        };
    }

    /// <summary>Orders names with numbers in them by the numbers' values.</summary>
    public static int CompareNaturally(string left, string right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            int order;
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j])) order = ReadNumber(left, ref i).CompareTo(ReadNumber(right, ref j));
            else order = left[i++] - right[j++];
            if (order != 0) return order;
        }

        return left.Length - right.Length;
    }

    // A leading zero is a number of its own.
    private static BigInteger ReadNumber(string text, ref int position)
    {
        BigInteger number = 0;
        do number = (number * 10) + (text[position++] - '0');
        while (position < text.Length && char.IsAsciiDigit(text[position]) && number > 0);
        return number;
    }

    // Damerau and Levenshtein's, where a change of case alone is one step.
    private static int Distance(string written, string name)
    {
        if (written == name) return 0;
        var (a, b) = (written.ToLowerInvariant(), name.ToLowerInvariant());
        if (a == b) return 1;

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
