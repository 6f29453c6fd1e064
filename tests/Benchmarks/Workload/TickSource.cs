using Investr.GraphQL;

namespace Investr.Benchmarks.Workload;

/// <summary>Sends an event to all subscribers.</summary>
public interface ITickPublisher
{
    /// <summary>How many there are.</summary>
    int Subscribers { get; }

    /// <summary>Sends it.</summary>
    Task PublishAsync(Tick tick);
}

/// <summary>The library's own topic.</summary>
public sealed class TickSource : ITickPublisher
{
    private readonly Topic<Tick> _topic = new();

    public int Subscribers => _topic.Readers;

    public Task PublishAsync(Tick tick)
    {
        _topic.Publish(tick);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Tick> ReadAsync() => _topic.ReadAsync();
}
