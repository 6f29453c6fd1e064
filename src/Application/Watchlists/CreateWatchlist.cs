using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain;
using Investr.Domain.Watchlists;
using MediatR;

namespace Investr.Application.Watchlists;

/// <summary>Makes a list of assets that the viewer follows, seen by nobody else.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Symbols">What is on it: symbols in any case, or ISINs; 500 at most.</param>
public sealed record CreateWatchlist(string Name, IReadOnlyList<string>? Symbols = null) : IRequest<Watchlist>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Watchlists;
}

internal sealed class CreateWatchlistHandler(
    IWatchlistRepository lists, IAssetBySymbolLoader bySymbol, IViewer viewer, AuditNote note, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<CreateWatchlist, Watchlist>
{
    public async Task<Watchlist> Handle(CreateWatchlist request, CancellationToken cancellationToken)
    {
        var found = await bySymbol.FindAsync(request.Symbols ?? [], cancellationToken);
        found.RefuseWith(Watchlist.RefusalOf(request.Name, found.Assets.Count));

        if (await lists.CountAsync(viewer.RequiredId, cancellationToken) >= Watchlist.MaxLists)
            throw new RefusedException(new ValidationRefusal("name", $"You have {Watchlist.MaxLists} watchlists, and no more are kept."));

        var list = Watchlist.Create(viewer.RequiredId, request.Name, [.. found.Assets.Select(asset => asset.Id)], time.GetUtcNow());
        lists.Add(list);
        note.Concerns(AuditSubject.Of(list.Id));
        await work.CommitAsync(cancellationToken);
        return list;
    }
}
