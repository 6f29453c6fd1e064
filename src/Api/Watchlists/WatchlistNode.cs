using Investr.Application.Market;
using Investr.Application.Watchlists;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Watchlists;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Watchlists;

/// <summary>Assets that a user follows; nobody else sees the list.</summary>
[ObjectType<Watchlist>(BindExplicitly = true, Include = [nameof(Watchlist.Id), nameof(Watchlist.Name)])]
[Node]
internal static class WatchlistNode
{
    /// <summary>What is on it, in the order in which it was put there; 500 at most.</summary>
    [Cost(1)]
    [ListSize(AssumedSize = 100)]
    public static Task<IReadOnlyList<Asset>> GetAssetsAsync(
        [Parent] Watchlist list, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadRequiredAsync([.. list.Assets], cancellationToken);

    [NodeResolver]
    public static Task<Watchlist?> GetWatchlistAsync(WatchlistId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetWatchlist(id), cancellationToken);
}

[QueryType]
internal static class WatchlistQueries
{
    /// <summary>The caller's watchlists, oldest first; 50 at most.</summary>
    [Authorize]
    [ListSize(AssumedSize = 10)]
    public static Task<IReadOnlyList<Watchlist>> GetWatchlistsAsync(IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ListWatchlists(), cancellationToken);
}
