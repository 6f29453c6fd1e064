using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Changes what a portfolio is called, what it is for and how its sales are matched with lots; what is null stays.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Name">What it is called from now on.</param>
/// <param name="Description">What it is for from now on; an empty one takes the description away.</param>
/// <param name="CostBasisMethod">How its sales are matched with lots, those already recorded included.</param>
/// <param name="Version">The version that the caller has read; where it is given and another is there, nothing is changed.</param>
public sealed record UpdatePortfolio(
    PortfolioId PortfolioId,
    string? Name = null,
    string? Description = null,
    CostBasisMethod? CostBasisMethod = null,
    string? Version = null) : IRequest<Portfolio>, IPortfolioRequest, IAudited
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Owner;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);
}

internal sealed class UpdatePortfolioHandler(PortfolioChanges changes) : IRequestHandler<UpdatePortfolio, Portfolio>
{
    public Task<Portfolio> Handle(UpdatePortfolio request, CancellationToken cancellationToken) =>
        changes.ChangeAsync(request.PortfolioId, request.Version, portfolio => Apply(request, portfolio), cancellationToken);

    private static void Apply(UpdatePortfolio request, Portfolio portfolio)
    {
        if (request.Name is not null || request.Description is not null)
        {
            var description = request.Description ?? portfolio.Description;
            portfolio.Describe(request.Name ?? portfolio.Name, string.IsNullOrWhiteSpace(description) ? null : description);
        }

        if (request.CostBasisMethod is { } method) portfolio.MatchLotsBy(method);
    }
}
