using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Investr.GraphQL.Execution;

/// <summary>Values by the raw bytes of a query and the operation's name, bounded by bytes. Reading takes no lock and allocates
/// nothing.</summary>
/// <remarks>What was not asked for since the hand last passed it goes first (CLOCK).</remarks>
internal sealed class OperationCache<T>(long maxBytes) where T : class
{
    // A plan and its syntax tree are some times as large as the text; this keeps the bound honest without measuring them.
    private const int BytesPerTextByte = 16;
    private const int BytesPerEntry = 1024;

    private readonly ConcurrentDictionary<Key, Entry> _entries = new(KeyComparer.Instance);
    private readonly LinkedList<Entry> _clock = [];
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>How many values are kept.</summary>
    public int Count => _entries.Count;

    public T? Find(ReadOnlySpan<byte> query, bool escaped, string? operationName)
    {
        if (!_entries.GetAlternateLookup<KeySpan>().TryGetValue(new(query, escaped, operationName), out var entry)) return null;
        if (!entry.Used) entry.Used = true;
        return entry.Value;
    }

    /// <param name="query">The query.</param>
    /// <param name="escaped">Whether it may have escapes.</param>
    /// <param name="operationName">The operation's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="bytes">What the value weighs, where that is not some times the query's length.</param>
    public void Add(ReadOnlySpan<byte> query, bool escaped, string? operationName, T value, int? bytes = null)
    {
        var weight = BytesPerEntry + (bytes ?? (long)query.Length * BytesPerTextByte);
        if (weight > maxBytes) return;

        var entry = new Entry(new(query.ToArray(), escaped, operationName), value, weight);
        lock (_gate)
        {
            if (!_entries.TryAdd(entry.Key, entry)) return;
            _clock.AddLast(entry);
            _bytes += weight;
            while (_bytes > maxBytes) EvictOne();
        }
    }

    private void EvictOne()
    {
        while (_clock.First is { } oldest)
        {
            _clock.RemoveFirst();
            if (oldest.Value.Used)
            {
                oldest.Value.Used = false;
                _clock.AddLast(oldest);
                continue;
            }

            _entries.TryRemove(oldest.Value.Key, out _);
            _bytes -= oldest.Value.Weight;
            return;
        }
    }

    private sealed class Entry(Key key, T value, long weight)
    {
        public Key Key => key;

        public T Value => value;

        public long Weight => weight;

        public bool Used { get; set; }
    }

    private readonly record struct Key(byte[] Query, bool Escaped, string? OperationName);

    private readonly ref struct KeySpan(ReadOnlySpan<byte> query, bool escaped, string? operationName)
    {
        public ReadOnlySpan<byte> Query { get; } = query;

        public bool Escaped { get; } = escaped;

        public string? OperationName { get; } = operationName;
    }

    private sealed class KeyComparer : IEqualityComparer<Key>, IAlternateEqualityComparer<KeySpan, Key>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(Key x, Key y) => Equals(new KeySpan(x.Query, x.Escaped, x.OperationName), y);

        public int GetHashCode(Key key) => GetHashCode(new KeySpan(key.Query, key.Escaped, key.OperationName));

        public bool Equals(KeySpan alternate, Key other) => alternate.Escaped == other.Escaped
            && string.Equals(alternate.OperationName, other.OperationName, StringComparison.Ordinal)
            && alternate.Query.SequenceEqual(other.Query);

        // Strings' own hash is seeded anew in every process, so that nobody can send queries that all fall on one place.
        public int GetHashCode(KeySpan alternate) => HashCode.Combine(
            string.GetHashCode(MemoryMarshal.Cast<byte, char>(alternate.Query)), alternate.Query.Length, alternate.OperationName);

        public Key Create(KeySpan alternate) => new(alternate.Query.ToArray(), alternate.Escaped, alternate.OperationName);
    }
}
