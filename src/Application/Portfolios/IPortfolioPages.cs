using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>Lists of portfolios, page by page.</summary>
public interface IPortfolioPages
{
    /// <summary>The portfolios that a user owns or is a member of, oldest first.</summary>
    Task<Page<Portfolio>> ListAsync(UserId user, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Every portfolio that a user owns.</summary>
    Task<IReadOnlyList<Portfolio>> ListOwnedAsync(UserId user, CancellationToken cancellationToken);
}
