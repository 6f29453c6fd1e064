using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>A portfolio that the viewer may see; refused as not found where they may not.</summary>
/// <param name="PortfolioId">The portfolio.</param>
public sealed record GetPortfolio(PortfolioId PortfolioId) : IRequest<Portfolio>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class GetPortfolioHandler(IPortfolioLoader portfolios) : IRequestHandler<GetPortfolio, Portfolio>
{
    public Task<Portfolio> Handle(GetPortfolio request, CancellationToken cancellationToken) =>
        portfolios.FindAsync(request.PortfolioId, cancellationToken);
}
