using System.Collections.Concurrent;

namespace Investr.Infrastructure;

/// <summary>
/// What was read, in memory for a minute; that there is nothing too, or it would be looked for each time. Where many want the same at the
/// same time the first one reads it for them.
/// </summary>
/// <param name="most">How many are kept; more begin anew.</param>
/// <param name="clock">The clock.</param>
internal sealed class KeptForAMinute<TKey, TValue>(int most, TimeProvider clock) : IDisposable where TKey : notnull where TValue : class
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly SemaphoreSlim _reading = new(1);

    /// <summary>Whether it is known what there is, or that there is nothing.</summary>
    public bool TryFind(TKey key, out TValue? value)
    {
        var isKept = _entries.TryGetValue(key, out var entry) && clock.GetUtcNow() < entry.Until;
        value = isKept ? entry!.Value : null;
        return isKept;
    }

    /// <summary>Keeps what was read just now; null where there was nothing.</summary>
    public void Keep(IReadOnlyCollection<KeyValuePair<TKey, TValue?>> values)
    {
        if (_entries.Count + values.Count > most) _entries.Clear();

        var until = clock.GetUtcNow() + KeptFor;
        foreach (var (key, value) in values) _entries[key] = new Entry(value, until);
    }

    /// <summary>What there is of these keys, read by one call for those that are not kept.</summary>
    public async ValueTask<IReadOnlyList<TValue>> ReadAsync(
        IReadOnlyCollection<TKey> keys, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> read, CancellationToken cancellationToken)
    {
        TKey[] left = [.. keys.Where(key => !TryFind(key, out _))];
        if (left.Length > 0) await RenewAsync(left, read, cancellationToken);

        List<TValue> found = new(keys.Count);
        foreach (var key in keys)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.Value is { } value) found.Add(value);
        }

        return found;
    }

    public void Dispose() => _reading.Dispose();

    private async Task RenewAsync(
        TKey[] keys, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> read, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            TKey[] left = [.. keys.Where(key => !TryFind(key, out _))];
            if (left.Length == 0) return;

            var values = await read(left);
            Keep([.. left.Select(key => KeyValuePair.Create(key, values.GetValueOrDefault(key)))]);
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Entry(TValue? Value, DateTimeOffset Until);
}
