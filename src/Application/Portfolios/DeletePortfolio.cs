using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Deletes a portfolio with everything that was ever recorded in it, for its members too.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Version">The version that the caller has read; where it is given and another is there, nothing is deleted.</param>
public sealed record DeletePortfolio(PortfolioId PortfolioId, string? Version = null) : IRequest<PortfolioId>, IPortfolioRequest, IAudited
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Owner;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);
}

internal sealed class DeletePortfolioHandler(PortfolioChanges changes) : IRequestHandler<DeletePortfolio, PortfolioId>
{
    public async Task<PortfolioId> Handle(DeletePortfolio request, CancellationToken cancellationToken)
    {
        await changes.DeleteAsync(request.PortfolioId, request.Version, cancellationToken);
        return request.PortfolioId;
    }
}
