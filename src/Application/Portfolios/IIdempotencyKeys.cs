using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>What was answered to calls that a client gave a key.</summary>
public interface IIdempotencyKeys
{
    /// <summary>The answer kept for a user's key; null where the key is new.</summary>
    /// <remarks>Others who record wait until this unit of work has ended, so that of two calls at once one finds the other's answer.</remarks>
    Task<IdempotentAnswer?> FindAsync(PortfolioId portfolio, UserId user, string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer from the next commit on.</summary>
    void Keep(PortfolioId portfolio, UserId user, string key, IdempotentAnswer answer);
}

/// <summary>An answer that was given.</summary>
/// <param name="RequestHash">What the request said, so that the same key for something else is noticed.</param>
/// <param name="Transactions">The entries that were the answer, in their order.</param>
public sealed record IdempotentAnswer(string RequestHash, IReadOnlyList<TransactionId> Transactions);
