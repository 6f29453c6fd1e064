using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Market;

/// <summary>One run of the daily update, or of one asked for by hand.</summary>
[ObjectType<MarketDataRun>(Ignore =
[
    nameof(MarketDataRun.RatesDone), nameof(MarketDataRun.LastDone), nameof(MarketDataRun.Turn), nameof(MarketDataRun.Failures),
])]
[Node]
internal static class MarketDataRunNode
{
    /// <summary>What could not be updated and why, in the order in which it was asked for; the first 1,000 are known by name.</summary>
    /// <param name="first">How many at most.</param>
    [ListSize(AssumedSize = 100, SlicingArguments = ["first"])]
    public static IReadOnlyList<RunFailure> GetFailures([Parent] MarketDataRun run, int first = 100) => [.. run.Failures.Take(first)];

    [NodeResolver]
    public static Task<MarketDataRun?> GetMarketDataRunAsync(MarketDataRunId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetMarketDataRun(id), cancellationToken);
}

/// <summary>An asset, or the exchange rates, that a run could not update.</summary>
[ObjectType<RunFailure>]
internal static class RunFailureType;

/// <summary>How a provider of market data has been doing since the server began.</summary>
[ObjectType<ProviderStatus>]
internal static class ProviderStatusType
{
    /// <summary>Calls made, second attempts among them.</summary>
    public static int GetCalls([Parent] ProviderStatus provider) => AsInt(provider.Calls);

    /// <summary>Symbols that those calls asked for.</summary>
    public static int GetSymbolsAsked([Parent] ProviderStatus provider) => AsInt(provider.SymbolsAsked);

    /// <summary>Symbols that were wanted and did not need asking: in memory, or on their way for somebody else.</summary>
    public static int GetSymbolsSaved([Parent] ProviderStatus provider) => AsInt(provider.SymbolsSaved);

    /// <summary>Calls that it refused because there were too many.</summary>
    public static int GetRateLimited([Parent] ProviderStatus provider) => AsInt(provider.RateLimited);

    // Counters stand still where GraphQL's Int ends.
    private static int AsInt(long count) => (int)Math.Min(count, int.MaxValue);
}

/// <summary>One of a provider's limits.</summary>
[ObjectType<ProviderLimit>]
internal static class ProviderLimitType;

/// <summary>What an asset pays on each unit. It is told, never booked: what an investor was paid is an entry of their ledger.</summary>
[ObjectType<AssetDividend>]
internal static class AssetDividendType;
