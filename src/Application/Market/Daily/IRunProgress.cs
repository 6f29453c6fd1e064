using Investr.Domain.Market;

namespace Investr.Application.Market.Daily;

/// <summary>Runs as they go on.</summary>
public interface IRunProgress
{
    /// <summary>Says that a run has come further.</summary>
    void Publish(MarketDataRunId run);

    /// <summary>The run that comes further, each time; a reader that falls behind hears of the newest alone. Ends with the token's cancellation.</summary>
    IAsyncEnumerable<MarketDataRunId> SubscribeAsync(CancellationToken cancellationToken);
}

/// <summary>Sees to it that runs are carried out, one after another, whatever happens to the process that was asked.</summary>
public interface IRunQueue
{
    /// <summary>Has the open run carried out as soon as nothing else is.</summary>
    Task WakeAsync(CancellationToken cancellationToken);
}
