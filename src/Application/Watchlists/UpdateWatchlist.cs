using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain;
using Investr.Domain.Watchlists;
using MediatR;

namespace Investr.Application.Watchlists;

/// <summary>Changes what a watchlist is called and what is on it; what is left out stays.</summary>
/// <param name="WatchlistId">The list.</param>
/// <param name="Name">What it is called from now on.</param>
/// <param name="Add">Symbols to put at its end; what is on it already stays where it is.</param>
/// <param name="Remove">Symbols to take off it, before others are added; what is not on it does not matter.</param>
public sealed record UpdateWatchlist(
    WatchlistId WatchlistId,
    string? Name = null,
    IReadOnlyList<string>? Add = null,
    IReadOnlyList<string>? Remove = null) : IRequest<Watchlist>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(WatchlistId);
}

internal sealed class UpdateWatchlistHandler(
    IWatchlistRepository lists, IAssetBySymbolLoader bySymbol, IViewer viewer, IUnitOfWork work)
    : IRequestHandler<UpdateWatchlist, Watchlist>
{
    public async Task<Watchlist> Handle(UpdateWatchlist request, CancellationToken cancellationToken)
    {
        var added = await bySymbol.FindAsync(request.Add ?? [], cancellationToken);
        var removed = await bySymbol.FindAsync(request.Remove ?? [], cancellationToken);

        var list = await lists.FindAsync(request.WatchlistId, viewer.RequiredId, cancellationToken)
            ?? throw new RefusedException(new NotFound("watchlist"));
        var assets = list.Assets
            .Except(removed.Assets.Select(asset => asset.Id))
            .Union(added.Assets.Select(asset => asset.Id)).ToArray();
        var name = request.Name ?? list.Name;
        added.RefuseWith([Watchlist.RefusalOf(name, assets.Length, "add"), .. removed.Missing]);

        list.Change(name, assets);
        await work.CommitAsync(cancellationToken);
        return list;
    }
}
