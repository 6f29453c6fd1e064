using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Microsoft.Extensions.Caching.Memory;

namespace Investr.Application.Performance;

/// <summary>
/// The last history of each portfolio, for as long as there is room. It serves as it is until anything behind it changes; after a
/// change of the ledger alone, the next one is made from it.
/// </summary>
public sealed class KeptHistories(IPriceStore prices, TimeProvider time) : IDisposable
{
    // A close is 24 bytes and all that is kept of an entry some 150, so this is about 250 MB; 250 assets over 12 years are 0.8 million.
    private const long MostCloses = 10_000_000;
    private const long ClosesPerEntry = 6;

    // The day's close comes some time in the day, and no source says when.
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostCloses });

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    internal State StateOf(CostBasisMethod method, DateOnly today, ExchangeRates rates) => new(method, today, rates, prices.Edition);

    internal KeptHistory? Find(PortfolioId portfolio) => _cache.Get<KeptHistory>(portfolio);

    internal void Keep(PortfolioId portfolio, KeptHistory history)
    {
        var closes = history.Market.Prices.Values.Sum(series => (long)series.Points.Count);
        var size = 1 + closes + ClosesPerEntry * history.Ledger.Current.Count;
        _cache.Set(portfolio, history, new MemoryCacheEntryOptions { Size = size });
    }

    /// <summary>Until when closes that are read now are good.</summary>
    internal DateTimeOffset GoodUntil() => time.GetUtcNow() + GoodFor;

    internal bool IsGood(KeptHistory history) => time.GetUtcNow() < history.GoodUntil;

    /// <summary>What a history is made of beside the ledger.</summary>
    internal sealed record State(CostBasisMethod Method, DateOnly Today, ExchangeRates Rates, long PriceEdition);
}

/// <summary>A history with all that it was made of.</summary>
/// <param name="Ledger">The ledger, at a version.</param>
/// <param name="State">What else decides about it.</param>
/// <param name="From">The first day of the closes.</param>
/// <param name="Market">Closes and rates.</param>
/// <param name="History">The history.</param>
/// <param name="GoodUntil">When the closes are to be read again.</param>
internal sealed record KeptHistory(
    Ledger Ledger, KeptHistories.State State, DateOnly From, MarketHistory Market, ValueHistory History, DateTimeOffset GoodUntil);
