using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Investr.Benchmarks.Workload;

/// <summary>One topic: every subscriber gets every tick, a slow one the newest.</summary>
public sealed class TickSource
{
    private ImmutableHashSet<Channel<Tick>> _subscribers = [];

    public void Publish(Tick tick)
    {
        foreach (var subscriber in _subscribers) subscriber.Writer.TryWrite(tick);
    }

    public async IAsyncEnumerable<Tick> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Tick>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Add(one), channel);
        try
        {
            await foreach (var tick in channel.Reader.ReadAllAsync(cancellationToken)) yield return tick;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Remove(one), channel);
        }
    }
}
