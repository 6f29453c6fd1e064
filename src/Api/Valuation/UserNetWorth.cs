using Investr.Application;
using Investr.Application.Valuation;
using Investr.Domain.Users;
using Investr.Domain.Valuation;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Valuation;

[ExtendObjectType<User>]
internal static class UserNetWorth
{
    /// <summary>Everything the user owns, over all portfolios, in the user's base currency; only for the user themselves.</summary>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    public static async Task<PortfolioValue?> GetNetWorthAsync(
        [Parent] User user, DateOnly? asOf, IViewer viewer, IMediator mediator, CancellationToken cancellationToken) =>
        viewer.Id == user.Id ? await mediator.Send(new ReckonNetWorth(asOf), cancellationToken) : null;
}
