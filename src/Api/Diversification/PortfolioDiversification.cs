using Investr.Application.Diversification;
using Investr.Domain.Diversification;
using Investr.Domain.Portfolios;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Diversification;

/// <summary>How a portfolio is spread.</summary>
[ExtendObjectType<Portfolio>]
internal static class PortfolioDiversification
{
    /// <summary>The slices by one dimension, the largest first, what is unknown last; their weights add up to one.</summary>
    /// <param name="by">The dimension.</param>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    /// <param name="lookThrough">Whether a fund counts as what it holds, where that is known; otherwise as one asset.</param>
    public static Task<IReadOnlyList<AllocationSlice>> GetAllocationAsync(
        [Parent] Portfolio portfolio,
        AllocationDimension by,
        DateOnly? asOf,
        IMediator mediator,
        CancellationToken cancellationToken,
        bool lookThrough = true) =>
        mediator.Send(new AllocateBy(portfolio.Id, by, asOf, lookThrough), cancellationToken);

    /// <summary>How well spread the portfolio is, and why.</summary>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    /// <param name="lookThrough">Whether a fund counts as what it holds, where that is known; otherwise as one asset.</param>
    [Cost(20)]
    public static Task<DiversificationAnalysis> GetDiversificationAsync(
        [Parent] Portfolio portfolio, DateOnly? asOf, IMediator mediator, CancellationToken cancellationToken, bool lookThrough = true) =>
        mediator.Send(new AnalyzeDiversification(portfolio.Id, asOf, lookThrough), cancellationToken);
}

/// <summary>How well spread a portfolio is, and why.</summary>
[ObjectType<DiversificationAnalysis>]
[GraphQLName("Diversification")]
internal static class DiversificationType;
