using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>The answer that was given to a call under a client's key.</summary>
internal sealed class IdempotencyRow
{
    public required PortfolioId PortfolioId { get; init; }

    public required UserId UserId { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    public required IReadOnlyList<Guid> Transactions { get; init; }
}
