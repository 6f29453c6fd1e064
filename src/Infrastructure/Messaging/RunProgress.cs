using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Investr.Application.Market.Daily;
using Investr.Domain.Market;

namespace Investr.Infrastructure.Messaging;

/// <summary>Says which run has come further to everybody who listens in this process. A slow listener misses what was in between.</summary>
internal sealed class RunProgress : IRunProgress
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<MarketDataRunId>> _listeners = [];

    public void Publish(MarketDataRunId run)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners) listener.Writer.TryWrite(run);
        }
    }

    public async IAsyncEnumerable<MarketDataRunId> SubscribeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = Channel.CreateBounded<MarketDataRunId>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate) _listeners.Add(news);
        try
        {
            await foreach (var run in news.Reader.ReadAllAsync(cancellationToken)) yield return run;
        }
        finally
        {
            lock (_gate) _listeners.Remove(news);
        }
    }
}
