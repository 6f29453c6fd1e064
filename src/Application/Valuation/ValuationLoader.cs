using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Valuation;

namespace Investr.Application.Valuation;

/// <summary>What portfolios are worth, in their base currencies. However many fields ask, each is valued once a request.</summary>
/// <remarks>A day before today is valued at the closes and rates of that day; today and later days at the newest there are.</remarks>
public sealed class ValuationLoader(
    IPortfolioLoader portfolios,
    IPositionsLoader positions,
    MarketLoading market,
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
        return Valuer.Value(held, await market.LoadAsync(held, key.AsOf, cancellationToken), portfolio.BaseCurrency);
    }
}
