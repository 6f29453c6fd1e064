using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Application.Performance;

/// <summary>
/// What portfolios were worth on every day up to today, in their base currencies. However many fields, periods and measures ask, it
/// is computed once a request; the prices of all assets that were ever held are fetched together.
/// </summary>
public sealed class HistoryLoader(
    IPortfolioLoader portfolios,
    ILedgerLoader ledgers,
    IAssetLoader assets,
    IPriceSeriesLoader prices,
    IClosingQuoteLoader closes,
    IExchangeRateBook rates,
    KeptHistories kept,
    TimeProvider time,
    IBatchScheduler scheduler) : BatchDataLoader<PortfolioId, ValueHistory>(scheduler)
{
    // A holding is worth its last close, which may be of before the first entry.
    private const int DaysBefore = 14;

    /// <summary>The last day of every history.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<PortfolioId, ValueHistory>> LoadBatchAsync(
        IReadOnlyList<PortfolioId> keys, CancellationToken cancellationToken)
    {
        var histories = await Task.WhenAll(keys.Select(key => ReckonAsync(key, cancellationToken)));
        return keys.Zip(histories).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
    }

    private async Task<ValueHistory?> ReckonAsync(PortfolioId id, CancellationToken cancellationToken)
    {
        if (await portfolios.LoadAsync(id, cancellationToken) is not { } portfolio) return null;

        var ledger = await ledgers.LoadRequiredAsync(id, cancellationToken);
        var state = kept.StateOf(portfolio.CostBasisMethod, Today, await rates.ReadAsync(cancellationToken));
        var from = ledger.Current.Count == 0 ? state.Today : ledger.Current[0].TradeDate.AddDays(-DaysBefore);

        var last = kept.Find(id);
        var good = last is not null && kept.IsGood(last) && last.State == state && last.From == from ? last : null;
        if (ReferenceEquals(good?.Ledger, ledger)) return good.History;

        var goodUntil = good?.GoodUntil ?? kept.GoodUntil();
        var market = await MarketOfAsync(ledger, from, state, good?.Market.Prices, cancellationToken);
        var history = ValueHistory.Of(ledger, state.Method, market, portfolio.BaseCurrency, state.Today, good?.History);
        kept.Keep(id, new(ledger, state, from, market, history, goodUntil));
        return history;
    }

    // The closes of what was in the ledger before are there already.
    private async Task<MarketHistory> MarketOfAsync(
        Ledger ledger,
        DateOnly from,
        KeptHistories.State state,
        IReadOnlyDictionary<AssetId, PriceSeries>? there,
        CancellationToken cancellationToken)
    {
        var series = there is null ? [] : new Dictionary<AssetId, PriceSeries>(there);
        var left = ledger.Assets.Where(asset => !series.ContainsKey(asset)).Select(asset => new PriceSeriesKey(asset, from, state.Today)).ToArray();

        var loaded = assets.LoadRequiredAsync([.. ledger.Assets], cancellationToken);
        foreach (var (key, points) in left.Zip(await prices.LoadAsync(left, cancellationToken)))
            series[key.Asset] = points ?? new PriceSeries(key.Asset, []);

        await CarryInAsync(series, left.Select(key => key.Asset), from, cancellationToken);
        return new((await loaded).ToDictionary(asset => asset.Id), series, state.Rates);
    }

    // What closed last long before the first entry, such as a house that is priced once, is worth that close still.
    private async Task CarryInAsync(
        Dictionary<AssetId, PriceSeries> series, IEnumerable<AssetId> read, DateOnly from, CancellationToken cancellationToken)
    {
        ClosingQuoteKey[] late =
        [
            .. read.Where(asset => series[asset].AsOf(from.AddDays(DaysBefore)) is null).Select(asset => new ClosingQuoteKey(asset, from)),
        ];
        if (late.Length == 0) return;

        foreach (var (key, close) in late.Zip(await closes.LoadAsync(late, cancellationToken)))
        {
            if (close is null) continue;
            var earlier = new PricePoint(DateOnly.FromDateTime(close.AsOf.UtcDateTime), close.Price);
            series[key.Asset] = new PriceSeries(key.Asset, [earlier, .. series[key.Asset].Points]);
        }
    }
}
