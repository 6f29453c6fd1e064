using Investr.DataLoader;
using Investr.Domain.Watchlists;
using MediatR;

namespace Investr.Application.Watchlists;

/// <summary>The viewer's watchlists, oldest first.</summary>
public sealed record ListWatchlists : IRequest<IReadOnlyList<Watchlist>>;

internal sealed class ListWatchlistsHandler(IWatchlistsOfUserLoader lists, IViewer viewer)
    : IRequestHandler<ListWatchlists, IReadOnlyList<Watchlist>>
{
    public async Task<IReadOnlyList<Watchlist>> Handle(ListWatchlists request, CancellationToken cancellationToken) =>
        await lists.LoadRequiredAsync(viewer.RequiredId, cancellationToken);
}

/// <summary>A watchlist of the viewer's; null where they have no such one.</summary>
/// <param name="WatchlistId">The list.</param>
public sealed record GetWatchlist(WatchlistId WatchlistId) : IRequest<Watchlist?>;

internal sealed class GetWatchlistHandler(IWatchlistLoader lists, IViewer viewer) : IRequestHandler<GetWatchlist, Watchlist?>
{
    public async Task<Watchlist?> Handle(GetWatchlist request, CancellationToken cancellationToken)
    {
        var owner = viewer.RequiredId;
        return await lists.LoadAsync(request.WatchlistId, cancellationToken) is { } list && list.OwnerId == owner ? list : null;
    }
}
