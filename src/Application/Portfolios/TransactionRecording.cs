using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Enters drafted transactions in a portfolio's ledger; what commits them is the use case.</summary>
/// <remarks>Costs the same few statements for one transaction and for fifty thousand.</remarks>
internal sealed class TransactionRecording(IPortfolioRepository portfolios)
{
    /// <summary>Reads what is needed to record transactions.</summary>
    /// <exception cref="RefusedException">The portfolio is gone.</exception>
    public async Task<OpenLedger> OpenAsync(PortfolioId id, IReadOnlyList<Transaction> transactions, CancellationToken cancellationToken)
    {
        var subjects = transactions.Select(transaction => transaction.Subject).OfType<AssetId>().Distinct().ToArray();
        var portfolio = await portfolios.FindToRecordAsync(id, subjects, entry: null, cancellationToken)
            ?? throw new RefusedException(new NotFound("portfolio"));

        var external = transactions.Select(transaction => transaction.ExternalId).OfType<string>().Distinct().ToArray();
        return external.Length == 0
            ? new(portfolio)
            : new(portfolio) { Known = await portfolios.FindByExternalIdAsync(id, external, cancellationToken) };
    }

    /// <summary>Records transactions without fault, all or none; one with an external id that is there already is taken from there.</summary>
    /// <param name="into">Where they are recorded.</param>
    /// <param name="drafted">The transactions.</param>
    /// <param name="faulty">How faults are told, by a transaction's place in the list and the field.</param>
    /// <exception cref="RefusedException">The ledger would contradict itself.</exception>
    public RecordedTransactions Record(OpenLedger into, DraftedTransactions drafted, Func<IReadOnlyList<InputFault>, Refusal> faulty)
    {
        var known = into.Known.ToDictionary(StringComparer.Ordinal);
        var fresh = WithoutRepeats(drafted.Transactions);
        var recorded = NamedRefusals.Naming(drafted.Assets, () => into.Portfolio.Ledger.RecordAll(fresh), faulty);
        portfolios.Enter(into.Portfolio, recorded);

        // A repeat has not been recorded itself; the one that stands for it was, now or before.
        var entries = recorded.ToDictionary(entry => entry.Id);
        var answer = drafted.Transactions.Select(given => entries.GetValueOrDefault(given.Id) ?? EntryFor(known[given.ExternalId!]));
        return new(into.Portfolio, [.. answer]) { Added = recorded.Count };

        Transaction EntryFor(Transaction standing) => entries.GetValueOrDefault(standing.Id) ?? standing;

        // The first of several with the same external id stands for the others.
        List<Transaction> WithoutRepeats(IEnumerable<Transaction> given) =>
            [.. given.Where(transaction => transaction.ExternalId is not { } external || known.TryAdd(external, transaction))];
    }
}

/// <summary>A portfolio that is about to be recorded in.</summary>
/// <param name="Portfolio">The portfolio, with at least those entries that concern what is to be recorded.</param>
internal sealed record OpenLedger(Portfolio Portfolio)
{
    /// <summary>What is in the ledger already of the external ids to be recorded.</summary>
    public IReadOnlyDictionary<string, Transaction> Known { get; init; } = new Dictionary<string, Transaction>();
}
