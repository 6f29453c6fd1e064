using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Application.Valuation;

/// <summary>What portfolios are worth, in their base currencies. However many fields ask, each is valued once a request.</summary>
/// <remarks>A day before today is valued at the closes and rates of that day; today and later days at the newest there are.</remarks>
public sealed class ValuationLoader(
    IPortfolioLoader portfolios,
    IPositionsLoader positions,
    IAssetLoader assets,
    IQuoteLoader quotes,
    IClosingQuoteLoader closes,
    IExchangeRateBook rates,
    TimeProvider time,
    IBatchScheduler scheduler) : BatchDataLoader<ValuationKey, PortfolioValue>(scheduler)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<ValuationKey, PortfolioValue>> LoadBatchAsync(
        IReadOnlyList<ValuationKey> keys, CancellationToken cancellationToken)
    {
        // Side by side, so that all of them share the fetches below.
        var values = await Task.WhenAll(keys.Select(key => ValueAsync(key, cancellationToken)));
        return keys.Zip(values)
            .Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First, pair => pair.Second!);
    }

    private async Task<PortfolioValue?> ValueAsync(ValuationKey key, CancellationToken cancellationToken)
    {
        if (await portfolios.LoadAsync(key.Portfolio, cancellationToken) is not { } portfolio) return null;

        var held = await positions.LoadRequiredAsync(new PositionsKey(key.Portfolio, key.AsOf), cancellationToken);
        var market = await MarketOfAsync(held, key.AsOf, cancellationToken);
        return Valuer.Value(held, market, portfolio.BaseCurrency);
    }

    private async Task<MarketSnapshot> MarketOfAsync(Positions held, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var past = asOf is { } day && day < DateOnly.FromDateTime(now.UtcDateTime) ? asOf : null;
        var ids = held.Holdings.Select(holding => holding.Asset).ToArray();

        var known = assets.LoadRequiredAsync(ids, cancellationToken);
        var quoted = past is { } on
            ? closes.LoadAsync([.. ids.Select(id => new ClosingQuoteKey(id, on))], cancellationToken)
            : quotes.LoadAsync(ids, cancellationToken);

        return new(
            past is { } end ? new(end, new TimeOnly(23, 59, 59), TimeSpan.Zero) : now,
            (await known).ToDictionary(asset => asset.Id),
            (await quoted).OfType<Quote>().ToDictionary(quote => quote.Asset),
            await rates.ReadAsync(cancellationToken));
    }
}
