using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>Gives the first answer again to a call that comes again under the same key.</summary>
internal sealed class IdempotentRecording(
    IIdempotencyKeys keys, IPortfolioLoader portfolios, ITransactionLoader entries, AuditNote note, IUnitOfWork work, TimeProvider time)
{
    private const char EndOfField = '\u001f';
    private const char EndOfDraft = '\u001e';

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What was answered before; null where the call has no key, or a new one.</summary>
    /// <exception cref="RefusedException">The key was used for another call.</exception>
    public async Task<RecordedTransactions?> FindAnswerAsync(RecordTransactions request, UserId author, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not { } key) return null;
        if (await keys.FindAsync(author, key, time.GetUtcNow() - Kept, cancellationToken) is not { } answer) return null;

        // Nothing will be written, so nobody need wait for it.
        work.Abandon();
        if (answer.RequestHash != HashOf(request))
            throw new RefusedException(new Conflict("The idempotency key was used for other transactions."));

        note.Mention("repeated");

        var found = await entries.LoadAsync(answer.Transactions, cancellationToken);
        return new(
            await portfolios.FindAsync(request.PortfolioId, cancellationToken),
            [.. found.OfType<LedgerEntry>().Select(entry => entry.Transaction)]);
    }

    /// <summary>Keeps an answer under the call's key, if it has one, from the next commit on.</summary>
    public async Task KeepAnswerAsync(
        RecordTransactions request, UserId author, RecordedTransactions answer, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not { } key) return;

        var now = time.GetUtcNow();
        var kept = new IdempotentAnswer(HashOf(request), request.PortfolioId, now, [.. answer.Transactions.Select(entry => entry.Id)]);
        await keys.KeepAsync(author, key, kept, now - Kept, cancellationToken);
    }

    private static string HashOf(RecordTransactions request)
    {
        var text = new StringBuilder().Append(request.PortfolioId).Append(EndOfDraft);
        foreach (var draft in request.Transactions)
        {
            foreach (var field in FieldsOf(draft)) text.Append(CultureInfo.InvariantCulture, $"{field}{EndOfField}");
            foreach (var lot in draft.Lots ?? []) text.Append(CultureInfo.InvariantCulture, $"{lot.LotId}{EndOfField}{lot.Quantity}{EndOfField}");
            foreach (var lot in draft.TransferredLots ?? [])
                text.Append(CultureInfo.InvariantCulture, $"{lot.OpenedOn.DayNumber}{EndOfField}{lot.Quantity}{EndOfField}{lot.Cost}{EndOfField}{lot.Currency}{EndOfField}");
            text.Append(EndOfDraft);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static object?[] FieldsOf(TransactionDraft draft) =>
    [
        draft.Type, draft.AssetId, draft.Symbol, draft.TradeDate.DayNumber, draft.Quantity, draft.UnitPrice, draft.Amount,
        draft.Currency, draft.Fee, draft.Tax, draft.Ratio, draft.Note, draft.ExternalId,
    ];
}
