using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>What was answered to calls that a client gave a key.</summary>
public interface IIdempotencyKeys
{
    /// <summary>The answer kept for a user's key; null where the key is new, or was kept before a moment.</summary>
    /// <remarks>Others who record wait until this unit of work has ended, so that of two calls at once one finds the other's answer.</remarks>
    Task<IdempotentAnswer?> FindAsync(UserId user, string key, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Keeps an answer from the next commit on, and forgets those that anybody's keys had before a moment.</summary>
    Task KeepAsync(UserId user, string key, IdempotentAnswer answer, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>An answer that was given.</summary>
/// <param name="RequestHash">What the request said, so that the same key for something else is noticed.</param>
/// <param name="Portfolio">The portfolio that it was recorded in.</param>
/// <param name="KeptAt">When it was given.</param>
/// <param name="Transactions">The entries that were the answer, in their order.</param>
public sealed record IdempotentAnswer(string RequestHash, PortfolioId Portfolio, DateTimeOffset KeptAt, IReadOnlyList<TransactionId> Transactions);
