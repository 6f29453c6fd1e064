using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>A place that market data come from. Every question is asked in bulk; what a source does not know it leaves out.</summary>
internal interface IMarketDataSource
{
    /// <summary>The name that quotes carry, such as simulated.</summary>
    string Name { get; }

    SourceCapabilities Capabilities { get; }

    /// <summary>The newest quotes.</summary>
    Task<IReadOnlyDictionary<AssetId, Quote>> GetQuotesAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken);

    /// <summary>The last closes on a day or before it, with the closes before those.</summary>
    Task<IReadOnlyDictionary<AssetId, Quote>> GetClosingQuotesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken);

    /// <summary>The daily closes of a span, as they were quoted on their days.</summary>
    Task<IReadOnlyDictionary<AssetId, PriceSeries>> GetHistoryAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The daily rates of all pairs that it quotes, each in one direction.</summary>
    Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <summary>What a source can be asked for. It is not asked for anything else.</summary>
internal sealed record SourceCapabilities
{
    internal bool Quotes { get; init; }

    /// <summary>Past closes, one by one and as a series.</summary>
    internal bool History { get; init; }

    internal bool ExchangeRates { get; init; }

    /// <summary>For how long a quote is as good as new.</summary>
    internal TimeSpan RefreshAfter { get; init; }
}
