using System.Collections.Concurrent;

namespace Investr.DataLoader;

/// <summary>The dictionaries in which loaders keep their answers. A loader lives for one request and its dictionary for many, so that it
/// grows once.</summary>
/// <remarks>Half of what a load of fifty keys allocated was the growth of a new dictionary (tests/Benchmarks, portfolio).</remarks>
internal static class AnswerCache<TKey, TValue> where TKey : notnull
{
    private const int MaxKept = 64;
    private const int MaxCapacity = 2048;

    private static readonly ConcurrentQueue<Dictionary<TKey, Task<TValue?>>> Free = new();

    public static Dictionary<TKey, Task<TValue?>> Rent() => Free.TryDequeue(out var answers) ? answers : [];

    public static void Return(Dictionary<TKey, Task<TValue?>> answers)
    {
        if (answers.Capacity > MaxCapacity || Free.Count >= MaxKept) return;
        answers.Clear();
        Free.Enqueue(answers);
    }
}
