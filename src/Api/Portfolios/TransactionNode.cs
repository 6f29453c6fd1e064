using Investr.Api.Errors;
using Investr.Api.Market;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Portfolios;

/// <summary>An entry of the ledger. Entries are never overwritten: a correction supersedes the one it corrects.</summary>
[ObjectType<Transaction>(Ignore = [nameof(Transaction.Subject), nameof(Transaction.Sequence), nameof(Transaction.RecordedBy), nameof(Transaction.Supersedes)])]
[Node]
internal static class TransactionNode
{
    /// <summary>The asset that it is about; null where it is about cash alone.</summary>
    [Cost(1)]
    public static Task<Asset?> GetAssetAsync([Parent] Transaction transaction, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadOrNullAsync(transaction.Subject, cancellationToken);

    /// <summary>How many units came or went.</summary>
    public static decimal? GetQuantity([Parent] Transaction transaction) => (transaction as UnitTransaction)?.Quantity.Units;

    /// <summary>The price of one unit, in the entry's currency.</summary>
    public static decimal? GetUnitPrice([Parent] Transaction transaction) => (transaction as UnitTransaction)?.UnitPrice;

    /// <summary>For a dividend, interest, fee, tax, deposit or withdrawal: the amount before the entry's own fee and tax.</summary>
    public static decimal? GetAmount([Parent] Transaction transaction) => (transaction as AmountTransaction)?.Amount;

    /// <summary>For a split: new units for one old.</summary>
    public static decimal? GetRatio([Parent] Transaction transaction) => (transaction as Split)?.Ratio.ToDecimal();

    /// <summary>Who entered it; null where the account is gone.</summary>
    [Cost(1)]
    public static Task<User?> GetRecordedByAsync([Parent] Transaction transaction, IUserLoader users, CancellationToken cancellationToken) =>
        transaction.RecordedBy is { } id ? users.LoadAsync(id, cancellationToken) : Task.FromResult<User?>(null);

    /// <summary>The entry that it corrects.</summary>
    [Cost(1)]
    public static async Task<Transaction?> GetSupersedesAsync(
        [Parent] Transaction transaction, ITransactionLoader transactions, CancellationToken cancellationToken) =>
        transaction.Supersedes is { } id ? (await transactions.LoadAsync(id, cancellationToken))?.Transaction : null;

    /// <summary>The entry that corrects it; null for an entry that was not corrected.</summary>
    [Cost(1)]
    public static async Task<Transaction?> GetSupersededByAsync(
        [Parent] Transaction transaction, IEntryFateLoader fates, CancellationToken cancellationToken) =>
        (await fates.LoadAsync(transaction.Id, cancellationToken))?.Correction;

    /// <summary>When, by whom and why it was taken out of the ledger; null for an entry that was not voided.</summary>
    [Cost(1)]
    public static async Task<Voiding?> GetVoidingAsync(
        [Parent] Transaction transaction, IEntryFateLoader fates, CancellationToken cancellationToken) =>
        (await fates.LoadAsync(transaction.Id, cancellationToken))?.Voiding;

    [NodeResolver]
    public static Task<Transaction?> GetTransactionAsync(TransactionId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetTransaction(id), cancellationToken).OrNullIfNotFound();
}

/// <summary>An entry was taken out of a ledger, with nothing in its place.</summary>
[ObjectType<Voiding>(Ignore = [nameof(Voiding.Entry), nameof(Voiding.By)])]
internal static class VoidingType
{
    /// <summary>Who took it out; null where the account is gone.</summary>
    [Cost(1)]
    public static Task<User?> GetByAsync([Parent] Voiding voiding, IUserLoader users, CancellationToken cancellationToken) =>
        voiding.By is { } id ? users.LoadAsync(id, cancellationToken) : Task.FromResult<User?>(null);
}
