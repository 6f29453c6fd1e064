using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Pipeline;

/// <summary>A request about one portfolio. The pipeline lets it through only for those who may.</summary>
public interface IPortfolioRequest
{
    /// <summary>The portfolio.</summary>
    PortfolioId PortfolioId { get; }

    /// <summary>What the viewer must be allowed to do with it.</summary>
    AccessLevel Needs { get; }
}

/// <summary>Tells what users may do with portfolios.</summary>
/// <remarks>Asked by queries side by side, so an implementation does not share the unit of work's connection.</remarks>
public interface IPortfolioAccess
{
    /// <summary>What a user may do with a portfolio; null where there is none, or none that they may know of.</summary>
    Task<AccessLevel?> FindAsync(PortfolioId portfolio, UserId user, CancellationToken cancellationToken);
}
