using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Watchlists;
using MediatR;

namespace Investr.Application.Watchlists;

/// <summary>Deletes a watchlist.</summary>
/// <param name="WatchlistId">The list.</param>
public sealed record DeleteWatchlist(WatchlistId WatchlistId) : IRequest<WatchlistId>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(WatchlistId);
}

internal sealed class DeleteWatchlistHandler(IWatchlistRepository lists, IViewer viewer, IUnitOfWork work)
    : IRequestHandler<DeleteWatchlist, WatchlistId>
{
    public async Task<WatchlistId> Handle(DeleteWatchlist request, CancellationToken cancellationToken)
    {
        var list = await lists.FindAsync(request.WatchlistId, viewer.RequiredId, cancellationToken)
            ?? throw new RefusedException(new NotFound("watchlist"));

        lists.Remove(list);
        await work.CommitAsync(cancellationToken);
        return list.Id;
    }
}
