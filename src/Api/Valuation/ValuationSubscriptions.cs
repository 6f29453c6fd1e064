using Investr.Application.Valuation;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Valuation;

[SubscriptionType]
internal static class ValuationSubscriptions
{
    /// <summary>
    /// The valuation at once, then again whenever a price or a transaction changes it, four times a second at most; a slow client gets
    /// the newest. Ends when the caller may see the portfolio no more.
    /// </summary>
    /// <param name="portfolioId">The portfolio.</param>
    [Authorize]
    [Subscribe(With = nameof(WatchPortfolioAsync)), SameForAll]
    public static PortfolioValue PortfolioValueChanged(PortfolioId portfolioId, [EventMessage] PortfolioValue value) => value;

    public static Task<IAsyncEnumerable<PortfolioValue>> WatchPortfolioAsync(
        PortfolioId portfolioId, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new WatchValuation(portfolioId), cancellationToken);
}
