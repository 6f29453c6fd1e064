namespace Investr.GraphQL;

/// <summary>Events of one kind within this process: what is published goes to everyone who reads at that time.</summary>
/// <remarks>
/// Neither the publisher nor another reader waits for a reader: each has a queue, and one that is full loses its oldest event. Readers are
/// woken on a thread of the topic's, one after another, so that a thousand of them cost one turn of the thread pool and not a thousand.
/// </remarks>
/// <param name="capacity">How many events wait for one reader.</param>
public sealed class Topic<T>(int capacity = 64) : IThreadPoolWorkItem, ITopic where T : class
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _published = new();
    private TopicReader<T>[] _readers = [];
    private bool _isRunning;

    /// <summary>How many read at present.</summary>
    public int Readers => Volatile.Read(ref _readers).Length;

    /// <summary>Sends an event to all who read.</summary>
    public void Publish(T message)
    {
        lock (_gate)
        {
            if (_published.Count == capacity) _published.Dequeue();
            _published.Enqueue(message);
            if (_isRunning) return;
            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The events from now on, until who reads disposes of them or the token ends. They are read once.</summary>
    public IAsyncEnumerable<T> ReadAsync()
    {
        var reader = new TopicReader<T>(capacity, Remove);
        lock (_gate) _readers = [.. _readers, reader];
        return reader;
    }

    Type ITopic.Message => typeof(T);

    void ITopic.Publish(object message) => Publish((T)message);

    void IThreadPoolWorkItem.Execute()
    {
        while (Next() is { } message)
        {
            foreach (var reader in Volatile.Read(ref _readers)) reader.Offer(message);
        }
    }

    private T? Next()
    {
        lock (_gate)
        {
            if (_published.TryDequeue(out var message)) return message;
            _isRunning = false;
            return null;
        }
    }

    private void Remove(TopicReader<T> reader)
    {
        lock (_gate) _readers = [.. _readers.Where(other => other != reader)];
    }
}

/// <summary>A topic, whatever its events are.</summary>
internal interface ITopic
{
    /// <summary>The type of its events.</summary>
    Type Message { get; }

    /// <summary>Sends an event to all who read.</summary>
    void Publish(object message);
}
