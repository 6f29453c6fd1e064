using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Enters transactions in a portfolio's ledger: all of them, or none.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Transactions">What happened, in any order; <see cref="MostTransactions"/> at most.</param>
/// <param name="IdempotencyKey">A key of the client's choosing, remembered for a day: the same again gives the first answer again and records nothing.</param>
public sealed record RecordTransactions(
    PortfolioId PortfolioId,
    IReadOnlyList<TransactionDraft> Transactions,
    string? IdempotencyKey = null) : IRequest<RecordedTransactions>, IPortfolioRequest, IAudited
{
    /// <summary>How many transactions one call may bring.</summary>
    public const int MostTransactions = 1_000;

    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Editor;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);
}

/// <summary>What was recorded.</summary>
/// <param name="Portfolio">The portfolio as it is now.</param>
/// <param name="Transactions">The entries, one for each transaction given and in their order; one that was there already is given as it is.</param>
public sealed record RecordedTransactions(Portfolio Portfolio, IReadOnlyList<Transaction> Transactions)
{
    /// <summary>How many of them are new in the ledger.</summary>
    public int Added { get; init; }
}

internal sealed class RecordTransactionsValidator : IValidator<RecordTransactions>
{
    private const int MaxKeyLength = 200;

    public IEnumerable<InputFault> FaultsOf(RecordTransactions request)
    {
        if (request.Transactions.Count == 0) yield return new(["transactions"], "At least one transaction is needed.");
        if (request.Transactions.Count > RecordTransactions.MostTransactions)
            yield return new(["transactions"], $"At most {RecordTransactions.MostTransactions} transactions are taken at once.");
        if (request.IdempotencyKey is { Length: 0 or > MaxKeyLength })
            yield return new(["idempotencyKey"], $"A key has 1 to {MaxKeyLength} characters.");
    }
}

internal sealed class RecordTransactionsHandler(
    TransactionDrafting drafting,
    LotTakeover transfers,
    TransactionRecording recording,
    IdempotentRecording repeats,
    LoadedPortfolios loaded,
    IPortfolioLoader portfolios,
    IViewer viewer,
    IUnitOfWork work) : IRequestHandler<RecordTransactions, RecordedTransactions>
{
    public async Task<RecordedTransactions> Handle(RecordTransactions request, CancellationToken cancellationToken)
    {
        var author = viewer.RequiredId;
        if (await repeats.FindAnswerAsync(request, author, cancellationToken) is { } answer) return answer;

        var portfolio = await portfolios.FindAsync(request.PortfolioId, cancellationToken);
        var drafted = await drafting.DraftAsync(request.Transactions, portfolio, author, cancellationToken);
        RefuseFaultsOf(drafted);

        var ledger = await recording.OpenAsync(request.PortfolioId, drafted.Transactions, cancellationToken);
        drafted = await transfers.TakeOverAsync(request.PortfolioId, drafted, [.. ledger.Known.Keys], corrected: null, cancellationToken);
        RefuseFaultsOf(drafted);

        var recorded = recording.Record(ledger, drafted, Faulty);
        await repeats.KeepAnswerAsync(request, author, recorded, cancellationToken);
        await work.CommitAsync(cancellationToken);

        loaded.Renew(recorded.Portfolio);
        return recorded;
    }
    private static void RefuseFaultsOf(DraftedTransactions drafted)
    {
        if (drafted.Faults.Count > 0) throw new RefusedException(Faulty(drafted.Faults));
    }

    private static ValidationRefusal Faulty(IReadOnlyList<InputFault> faults) =>
        new([.. faults.Select(fault => fault.Under("transactions"))]);
}
