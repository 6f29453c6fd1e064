using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Portfolios as they are kept, for those who change them.</summary>
public interface IPortfolioRepository
{
    /// <summary>Keeps a new portfolio from the next commit on.</summary>
    void Add(Portfolio portfolio);

    /// <summary>Deletes a portfolio and all that was recorded in it, with the next commit.</summary>
    void Remove(Portfolio portfolio);

    /// <summary>A portfolio without its ledger, to be changed.</summary>
    /// <remarks>Others who change any portfolio wait until this unit of work has committed or is dropped.</remarks>
    Task<Portfolio?> FindAsync(PortfolioId id, CancellationToken cancellationToken);

    /// <summary>
    /// A portfolio with those entries of its ledger that concern some assets or are an entry and its corrections, to be recorded in.
    /// </summary>
    /// <remarks>Others who record in any portfolio wait until this unit of work has committed or is dropped.</remarks>
    Task<Portfolio?> FindToRecordAsync(PortfolioId id, IReadOnlyCollection<AssetId> assets, TransactionId? entry, CancellationToken cancellationToken);

    /// <summary>A portfolio with its whole ledger, to be recorded in.</summary>
    /// <remarks>Others who record in any portfolio wait until this unit of work has committed or is dropped.</remarks>
    Task<Portfolio?> FindWithLedgerAsync(PortfolioId id, CancellationToken cancellationToken);

    /// <summary>The entries of a portfolio that have one of the external ids, by that id; of an entry and its corrections, the last.</summary>
    Task<IReadOnlyDictionary<string, Transaction>> FindByExternalIdAsync(
        PortfolioId id, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>Keeps entries that the ledger of a portfolio has taken, from the next commit on.</summary>
    void Enter(Portfolio portfolio, IReadOnlyList<Transaction> recorded);

    /// <summary>Keeps a voiding that the ledger of a portfolio has taken, from the next commit on.</summary>
    void Void(Portfolio portfolio, Voiding voiding);
}
