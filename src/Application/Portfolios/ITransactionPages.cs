using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Ledgers, page by page.</summary>
public interface ITransactionPages
{
    /// <summary>The entries of a portfolio that count, or all that were ever recorded in it.</summary>
    Task<Page<Transaction>> ListAsync(
        PortfolioId portfolio,
        TransactionFilter? where,
        IReadOnlyList<TransactionSort> order,
        bool includeSuperseded,
        PageRequest page,
        CancellationToken cancellationToken);
}
