using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Shuts somebody out of a portfolio again.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="UserId">One of its members.</param>
public sealed record UnsharePortfolio(PortfolioId PortfolioId, UserId UserId) : IRequest<Portfolio>, IPortfolioRequest, IAudited
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Owner;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);

    /// <inheritdoc/>
    public string AuditDetail => Auditing.AuditSubject.Of(UserId);
}

internal sealed class UnsharePortfolioHandler(PortfolioChanges changes) : IRequestHandler<UnsharePortfolio, Portfolio>
{
    public Task<Portfolio> Handle(UnsharePortfolio request, CancellationToken cancellationToken) => changes.ChangeAsync(
        request.PortfolioId, version: null, portfolio => portfolio.Unshare(request.UserId), cancellationToken);
}
