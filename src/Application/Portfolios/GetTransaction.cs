using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>An entry of a ledger that the viewer may see; refused as not found where they may not.</summary>
/// <param name="TransactionId">The entry.</param>
public sealed record GetTransaction(TransactionId TransactionId) : IRequest<Transaction>;

internal sealed class GetTransactionHandler(ITransactionLoader entries, IPortfolioAccess access, IViewer viewer)
    : IRequestHandler<GetTransaction, Transaction>
{
    public async Task<Transaction> Handle(GetTransaction request, CancellationToken cancellationToken)
    {
        var entry = await entries.LoadAsync(request.TransactionId, cancellationToken);
        var held = entry is null ? null : await access.FindAsync(entry.Portfolio, viewer.RequiredId, cancellationToken);
        return held is null ? throw new RefusedException(new NotFound("transaction")) : entry!.Transaction;
    }
}
