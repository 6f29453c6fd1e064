using System.Collections.Concurrent;

namespace Investr.GraphQL.Subscriptions;

/// <summary>Topics within this process. One that nobody reads any more goes when new ones come.</summary>
internal sealed class InMemoryTopics(int capacity) : ITopicEventSender, ITopicEventReceiver
{
    private const int FewTopics = 64;

    private readonly ConcurrentDictionary<(string Name, string Message), ITopic> _topics = new();
    private readonly Dictionary<(string Name, string Message), Func<int>> _readers = [];
    private readonly Lock _gate = new();
    private int _sweepAt = FewTopics;

    /// <summary>How many topics are kept.</summary>
    public int Count => _topics.Count;

    public ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken) where T : class
    {
        if (_topics.TryGetValue((topic, MessageName<T>.Value), out var known)) ((Topic<T>)known).Publish(message);
        return default;
    }

    public ValueTask<IAsyncEnumerable<T>> SubscribeAsync<T>(string topic, CancellationToken cancellationToken) where T : class
    {
        // Nobody may sweep a topic away between finding it and reading it.
        lock (_gate)
        {
            if (_topics.Count >= _sweepAt) Sweep();
            var found = (Topic<T>)_topics.GetOrAdd((topic, MessageName<T>.Value), _ => new Topic<T>(capacity));
            _readers.TryAdd((topic, MessageName<T>.Value), () => found.Readers);
            return new(found.ReadAsync());
        }
    }

    /// <summary>A topic by its name and that of its events' type; null where nobody reads it.</summary>
    public ITopic? Find(string topic, string message) => _topics.GetValueOrDefault((topic, message));

    private void Sweep()
    {
        foreach (var (key, count) in _readers.ToArray())
        {
            if (count() > 0) continue;
            _readers.Remove(key);
            _topics.TryRemove(key, out _);
        }

        _sweepAt = Math.Max(FewTopics, 2 * _topics.Count);
    }
}

/// <summary>What a type of events is called among processes.</summary>
internal static class MessageName<T>
{
    public static readonly string Value = typeof(T).ToString();
}
