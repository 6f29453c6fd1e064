using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Takes an entry out of its ledger: it stays to be read and counts no longer.</summary>
/// <param name="TransactionId">The entry.</param>
/// <param name="Reason">Why, for whoever reads the ledger later.</param>
public sealed record VoidTransaction(TransactionId TransactionId, string? Reason = null) : IRequest<Portfolio>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(TransactionId);
}

internal sealed class VoidTransactionHandler(
    EntryAccess entries,
    LoadedPortfolios loaded,
    IPortfolioRepository repository,
    IAssetLoader assets,
    IViewer viewer,
    IUnitOfWork work,
    TimeProvider time) : IRequestHandler<VoidTransaction, Portfolio>
{
    public async Task<Portfolio> Handle(VoidTransaction request, CancellationToken cancellationToken)
    {
        var wrong = await entries.FindAsync(request.TransactionId, AccessLevel.Editor, cancellationToken);
        AssetId[] subjects = wrong.Transaction.Subject is { } subject ? [subject] : [];
        var known = (await assets.LoadRequiredAsync(subjects, cancellationToken)).ToDictionary(asset => asset.Id);
        var portfolio = await repository.FindToRecordAsync(wrong.Portfolio, subjects, wrong.Transaction.Id, cancellationToken)
            ?? throw new RefusedException(new NotFound("transaction"));

        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        var voiding = new Voiding(wrong.Transaction.Id, time.GetUtcNow(), viewer.RequiredId, reason);
        NamedRefusals.Naming(known, () => portfolio.Ledger.Void(voiding));
        repository.Void(portfolio, voiding);
        await work.CommitAsync(cancellationToken);

        loaded.Renew(portfolio);
        return portfolio;
    }
}
