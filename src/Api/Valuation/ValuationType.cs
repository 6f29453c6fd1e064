using Investr.Api.Market;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Valuation;

/// <summary>What a portfolio is worth at a moment, and how it came to be so, in one currency.</summary>
[ObjectType<PortfolioValue>(Ignore = [nameof(PortfolioValue.Holdings), nameof(PortfolioValue.CashBalances)])]
[GraphQLName("Valuation")]
internal static class ValuationType;

/// <summary>Something missing or doubtful behind a figure, told as data so that a figure is never silently wrong.</summary>
[ObjectType<DataIssue>(Ignore = [nameof(DataIssue.Asset)])]
internal static class DataIssueType
{
    /// <summary>The asset that it is about.</summary>
    [Cost(1)]
    public static Task<Asset?> GetAssetAsync([Parent] DataIssue issue, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadOrNullAsync(issue.Asset, cancellationToken);
}
