using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Enters drafted transactions in a portfolio's ledger; what commits them is the use case.</summary>
/// <remarks>Costs the same few statements for one transaction and for fifty thousand.</remarks>
internal sealed class TransactionRecording(IPortfolioRepository portfolios)
{
    /// <summary>Records transactions without fault, all or none; one with an external id that is there already is taken from there.</summary>
    /// <exception cref="RefusedException">The portfolio is gone, or its ledger would contradict itself.</exception>
    public async Task<RecordedTransactions> RecordAsync(
        PortfolioId id, DraftedTransactions drafted, CancellationToken cancellationToken)
    {
        var subjects = drafted.Transactions.Select(transaction => transaction.Subject).OfType<AssetId>().Distinct().ToArray();
        var portfolio = await portfolios.FindToRecordAsync(id, subjects, entry: null, cancellationToken)
            ?? throw new RefusedException(new NotFound("portfolio"));

        var known = await FindKnownAsync(id, drafted.Transactions, cancellationToken);
        var fresh = WithoutRepeats(drafted.Transactions, known);
        var recorded = NamedRefusals.Naming(drafted.Assets, () => portfolio.Ledger.RecordAll(fresh));
        portfolios.Enter(portfolio, recorded);

        // A repeat has not been recorded itself; the one that stands for it was, now or before.
        var entries = recorded.ToDictionary(entry => entry.Id);
        var answer = drafted.Transactions.Select(given => entries.GetValueOrDefault(given.Id) ?? EntryFor(known[given.ExternalId!]));
        return new(portfolio, [.. answer]) { Added = recorded.Count };

        Transaction EntryFor(Transaction standing) => entries.GetValueOrDefault(standing.Id) ?? standing;

        // The first of several with the same external id stands for the others.
        List<Transaction> WithoutRepeats(IEnumerable<Transaction> given, Dictionary<string, Transaction> taken) =>
            [.. given.Where(transaction => transaction.ExternalId is not { } external || taken.TryAdd(external, transaction))];
    }

    private async Task<Dictionary<string, Transaction>> FindKnownAsync(
        PortfolioId id, IReadOnlyList<Transaction> transactions, CancellationToken cancellationToken)
    {
        var external = transactions.Select(transaction => transaction.ExternalId).OfType<string>().Distinct().ToArray();
        return external.Length == 0
            ? []
            : new(await portfolios.FindByExternalIdAsync(id, external, cancellationToken));
    }
}
