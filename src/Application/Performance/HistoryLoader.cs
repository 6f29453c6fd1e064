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
    IExchangeRateBook rates,
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
        var market = await MarketOfAsync(ledger, cancellationToken);
        return ValueHistory.Of(ledger, portfolio.CostBasisMethod, market, portfolio.BaseCurrency, Today);
    }

    private async Task<MarketHistory> MarketOfAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var held = ledger.Current.Select(entry => entry.Subject).OfType<AssetId>().Distinct().ToArray();
        var from = ledger.Current.Count == 0 ? Today : ledger.Current[0].TradeDate.AddDays(-DaysBefore);

        var known = assets.LoadRequiredAsync(held, cancellationToken);
        var series = prices.LoadAsync([.. held.Select(asset => new PriceSeriesKey(asset, from, Today))], cancellationToken);
        return new(
            (await known).ToDictionary(asset => asset.Id),
            (await series).OfType<PriceSeries>().ToDictionary(one => one.Asset),
            await rates.ReadAsync(cancellationToken));
    }
}
