using Investr.Application.Auditing;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Makes a portfolio, owned by the viewer and empty.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="BaseCurrency">The currency in which it is valued; the viewer's, if left out.</param>
/// <param name="CostBasisMethod">How its sales are matched with lots.</param>
public sealed record CreatePortfolio(
    string Name,
    string? Description = null,
    Currency? BaseCurrency = null,
    CostBasisMethod CostBasisMethod = CostBasisMethod.Fifo) : IRequest<Portfolio>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Portfolios;
}

internal sealed class CreatePortfolioHandler(
    IPortfolioRepository portfolios, IUserLoader users, IViewer viewer, AuditNote note, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<CreatePortfolio, Portfolio>
{
    public async Task<Portfolio> Handle(CreatePortfolio request, CancellationToken cancellationToken)
    {
        var owner = await users.LoadAsync(viewer.RequiredId, cancellationToken) ?? throw new RefusedException(new NotFound("user"));
        var portfolio = Portfolio.Create(
            owner.Id,
            request.Name,
            request.Description,
            request.BaseCurrency ?? owner.BaseCurrency,
            request.CostBasisMethod,
            time.GetUtcNow());

        portfolios.Add(portfolio);
        note.Concerns(AuditSubject.Of(portfolio.Id));
        await work.CommitAsync(cancellationToken);
        return portfolio;
    }
}
