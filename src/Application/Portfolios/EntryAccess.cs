using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Finds entries of ledgers for those who may: who may not see the portfolio is told that there is no such entry.</summary>
internal sealed class EntryAccess(ITransactionLoader entries, IPortfolioAccess access, IViewer viewer)
{
    /// <summary>An entry.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="needs">What the viewer must be allowed to do with its portfolio.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RefusedException">There is none, or the viewer may not do that.</exception>
    public async Task<LedgerEntry> FindAsync(TransactionId id, AccessLevel needs, CancellationToken cancellationToken)
    {
        var user = viewer.RequiredId;
        var entry = await entries.LoadAsync(id, cancellationToken) ?? throw NotFound();
        var held = await access.FindAsync(entry.Portfolio, user, cancellationToken) ?? throw NotFound();
        return held >= needs ? entry : throw new RefusedException(new AccessTooLow(held, needs));
    }

    private static RefusedException NotFound() => new(new NotFound("transaction"));
}
