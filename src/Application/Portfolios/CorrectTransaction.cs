using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Enters a transaction in place of an earlier entry, which stays to be read and counts no longer.</summary>
/// <param name="TransactionId">The entry that was wrong.</param>
/// <param name="Transaction">What really happened, whole; of the wrong entry only the external id is carried on.</param>
public sealed record CorrectTransaction(TransactionId TransactionId, TransactionDraft Transaction) : IRequest<CorrectedTransaction>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(TransactionId);
}

/// <summary>What a correction made.</summary>
/// <param name="Portfolio">The portfolio as it is now.</param>
/// <param name="Transaction">The entry that counts from now on.</param>
public sealed record CorrectedTransaction(Portfolio Portfolio, Transaction Transaction);

internal sealed class CorrectTransactionHandler(
    EntryAccess entries,
    TransactionDrafting drafting,
    LotTakeover transfers,
    LoadedPortfolios loaded,
    IPortfolioLoader portfolios,
    IPortfolioRepository repository,
    IAssetLoader assets,
    IViewer viewer,
    IUnitOfWork work) : IRequestHandler<CorrectTransaction, CorrectedTransaction>
{
    public async Task<CorrectedTransaction> Handle(CorrectTransaction request, CancellationToken cancellationToken)
    {
        var wrong = await entries.FindAsync(request.TransactionId, AccessLevel.Editor, cancellationToken);
        var right = await DraftAsync(request.Transaction, wrong, cancellationToken);

        var subjects = new[] { wrong.Transaction.Subject, right.Subject }.OfType<AssetId>().Distinct().ToArray();
        var known = (await assets.LoadRequiredAsync(subjects, cancellationToken)).ToDictionary(asset => asset.Id);
        var portfolio = await repository.FindToRecordAsync(wrong.Portfolio, subjects, wrong.Transaction.Id, cancellationToken)
            ?? throw new RefusedException(new NotFound("transaction"));

        await RefuseTakenIdAsync(right, wrong, cancellationToken);
        var recorded = NamedRefusals.Naming(known, () => portfolio.Ledger.RecordAll([right]), Faulty);
        repository.Enter(portfolio, recorded);
        await work.CommitAsync(cancellationToken);

        loaded.Renew(portfolio);
        return new(portfolio, recorded[0]);
    }

    private async Task<Transaction> DraftAsync(TransactionDraft draft, LedgerEntry wrong, CancellationToken cancellationToken)
    {
        var portfolio = await portfolios.FindAsync(wrong.Portfolio, cancellationToken);
        var drafted = await drafting.DraftAsync([draft], portfolio, viewer.RequiredId, cancellationToken);
        if (drafted.Faults.Count == 0)
            drafted = await transfers.TakeOverAsync(wrong.Portfolio, drafted, known: [], wrong.Transaction.Id, cancellationToken);
        if (drafted.Faults.Count > 0) throw new RefusedException(Faulty(drafted.Faults));

        var right = drafted.Transactions[0];
        return right with { Supersedes = wrong.Transaction.Id, ExternalId = right.ExternalId ?? wrong.Transaction.ExternalId };
    }

    // The place in the list of one says nothing.
    private static ValidationRefusal Faulty(IReadOnlyList<InputFault> faults) =>
        new([.. faults.Select(fault => (fault with { Path = [.. fault.Path.Skip(1)] }).Under("transaction"))]);

    private async Task RefuseTakenIdAsync(Transaction right, LedgerEntry wrong, CancellationToken cancellationToken)
    {
        if (right.ExternalId is not { } external || external == wrong.Transaction.ExternalId) return;

        var taken = await repository.FindByExternalIdAsync(wrong.Portfolio, [external], cancellationToken);
        if (taken.Count > 0) throw new RefusedException(new Conflict("Another entry has this external id."));
    }
}
