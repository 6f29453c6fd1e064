using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>An entry of a ledger that the viewer may see; refused as not found where they may not.</summary>
/// <param name="TransactionId">The entry.</param>
public sealed record GetTransaction(TransactionId TransactionId) : IRequest<Transaction>;

internal sealed class GetTransactionHandler(EntryAccess entries) : IRequestHandler<GetTransaction, Transaction>
{
    public async Task<Transaction> Handle(GetTransaction request, CancellationToken cancellationToken) =>
        (await entries.FindAsync(request.TransactionId, AccessLevel.Viewer, cancellationToken)).Transaction;
}
