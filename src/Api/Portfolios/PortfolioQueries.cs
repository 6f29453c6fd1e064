using Investr.Api.Errors;
using Investr.Api.Paging;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Portfolios;

[QueryType]
internal static class PortfolioQueries
{
    /// <summary>A portfolio that the caller owns or has been given access to; null where there is none.</summary>
    /// <param name="id">The global id.</param>
    [Authorize]
    public static Task<Portfolio?> GetPortfolioAsync(PortfolioId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetPortfolio(id), cancellationToken).OrNullIfNotFound();

    /// <summary>Those that the caller owns or has been given access to, oldest first.</summary>
    [Authorize]
    [UsePaging]
    public static async Task<Connection<Portfolio>> GetPortfoliosAsync(
        PagingArguments page, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListPortfolios(page.ToRequest()), cancellationToken)).ToConnection();
}
