using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Application.Performance;

/// <summary>Histories as they were last made, for as long as the ledger they are of is kept and nothing behind them changed.</summary>
public sealed class KeptHistories(IPriceStore prices, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<AssetId, PriceSeries?> Nothing = new Dictionary<AssetId, PriceSeries?>();

    // The day's close comes some time in the day, and no source says when.
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    // The closes of 250 assets over 12 years are some 20 MB.
    private const int MostPortfolios = 20;

    private readonly ConditionalWeakTable<Ledger, Kept> _kept = [];
    private readonly ConcurrentDictionary<PortfolioId, KeptPrices> _prices = new();

    internal State StateOf(CostBasisMethod method, DateOnly today, ExchangeRates rates) => new(method, today, rates, prices.Edition);

    internal ValueHistory? Find(Ledger ledger, State state) =>
        _kept.TryGetValue(ledger, out var kept) && kept.State == state && time.GetUtcNow() < kept.Until ? kept.History : null;

    internal ValueHistory Keep(Ledger ledger, State state, ValueHistory history)
    {
        _kept.AddOrUpdate(ledger, new(state, history, time.GetUtcNow() + GoodFor));
        return history;
    }

    /// <summary>The closes behind the last history of a portfolio, which one more entry seldom changes; null for an asset without any.</summary>
    internal IReadOnlyDictionary<AssetId, PriceSeries?> FindPrices(PortfolioId portfolio, DateOnly from, State state) =>
        _prices.TryGetValue(portfolio, out var kept) && kept.From == from && kept.Today == state.Today
            && kept.PriceEdition == state.PriceEdition && time.GetUtcNow() < kept.Until
            ? kept.Prices
            : Nothing;

    internal void KeepPrices(PortfolioId portfolio, DateOnly from, State state, IReadOnlyDictionary<AssetId, PriceSeries?> series)
    {
        if (_prices.Count >= MostPortfolios) _prices.Clear();
        _prices[portfolio] = new(from, state.Today, state.PriceEdition, series, time.GetUtcNow() + GoodFor);
    }

    /// <summary>What a history is made of beside the ledger.</summary>
    internal sealed record State(CostBasisMethod Method, DateOnly Today, ExchangeRates Rates, long PriceEdition);

    private sealed record KeptPrices(
        DateOnly From, DateOnly Today, long PriceEdition, IReadOnlyDictionary<AssetId, PriceSeries?> Prices, DateTimeOffset Until);

    private sealed record Kept(State State, ValueHistory History, DateTimeOffset Until);
}
