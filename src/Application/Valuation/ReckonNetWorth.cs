using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.DataLoader;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Valuation;

/// <summary>What everything that the viewer owns is worth, over all their portfolios, in their base currency.</summary>
/// <param name="AsOf">The end of that day; now, if left out.</param>
public sealed record ReckonNetWorth(DateOnly? AsOf = null) : IRequest<PortfolioValue>;

internal sealed class ReckonNetWorthHandler(
    IPortfolioPages pages, IPortfolioLoader loaded, IPositionsLoader positions, MarketLoading market, IUserLoader users, IViewer viewer)
    : IRequestHandler<ReckonNetWorth, PortfolioValue>
{
    public async Task<PortfolioValue> Handle(ReckonNetWorth request, CancellationToken cancellationToken)
    {
        var owner = await users.LoadRequiredAsync(viewer.RequiredId, cancellationToken);
        var owned = await pages.ListOwnedAsync(owner.Id, cancellationToken);
        foreach (var portfolio in owned) loaded.SetCacheEntry(portfolio.Id, portfolio);

        PositionsKey[] keys = [.. owned.Select(portfolio => new PositionsKey(portfolio.Id, request.AsOf))];
        var held = await positions.LoadRequiredAsync(keys, cancellationToken);
        return Valuer.Value(held, await market.LoadAsync(held, request.AsOf, cancellationToken), owner.BaseCurrency);
    }
}
