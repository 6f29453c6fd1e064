using Investr.Api.Users;
using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Market;

[QueryType]
internal static class MarketDataRunQueries
{
    /// <summary>The newest runs of the market-data update, the newest first. ANALYST or ADMIN.</summary>
    /// <param name="first">How many; 200 whatever is asked.</param>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [ListSize(AssumedSize = ListMarketDataRuns.MostRuns, SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<MarketDataRun>> GetMarketDataRunsAsync(
        IMediator mediator, CancellationToken cancellationToken, int first = 20) =>
        mediator.Send(new ListMarketDataRuns(first), cancellationToken);

    /// <summary>How the providers of market data are doing, in the order in which they are asked. ANALYST or ADMIN.</summary>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [ListSize(AssumedSize = 10)]
    public static Task<IReadOnlyList<ProviderStatus>> GetProvidersAsync(IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ListProviders(), cancellationToken);
}
