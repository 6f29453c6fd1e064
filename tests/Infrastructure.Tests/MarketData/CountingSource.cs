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

    public bool Covers(Listing listing) => inner.Covers(listing);

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        QuoteCalls++;
        return IsDown ? throw new SourceException(SourceFault.Transient, "down") : inner.GetQuotesAsync(listings, cancellationToken);
    }

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        HistoryCalls++;
        return IsDown
            ? throw new SourceException(SourceFault.Transient, "down")
            : inner.GetHistoryAsync(listings, from, to, cancellationToken);
    }

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        RateCalls++;
        return IsDown ? throw new SourceException(SourceFault.Transient, "down") : inner.GetRatesAsync(from, to, cancellationToken);
    }
}
