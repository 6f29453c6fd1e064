using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>A source that counts what it is asked, and fails when it is told to.</summary>
internal sealed class CountingSource(IMarketDataSource inner) : IMarketDataSource
{
    internal int QuoteCalls { get; private set; }

    internal int HistoryCalls { get; private set; }

    internal int RateCalls { get; private set; }

    internal bool IsDown { get; set; }

    public string Name => inner.Name;

    public SourceCapabilities Capabilities => inner.Capabilities;

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetQuotesAsync(
        IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        QuoteCalls++;
        return IsDown ? throw new HttpRequestException("down") : inner.GetQuotesAsync(assets, cancellationToken);
    }

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetClosingQuotesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        HistoryCalls++;
        return inner.GetClosingQuotesAsync(assets, on, cancellationToken);
    }

    public Task<IReadOnlyDictionary<AssetId, PriceSeries>> GetHistoryAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        HistoryCalls++;
        return inner.GetHistoryAsync(assets, from, to, cancellationToken);
    }

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        RateCalls++;
        return inner.GetRatesAsync(from, to, cancellationToken);
    }
}
