using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Performance;

/// <summary>Units of one lot that one sale closed; amounts are in the portfolio's base currency.</summary>
[ObjectType<RealizedGainValue>(BindExplicitly = true, Include = [nameof(RealizedGainValue.Gain)])]
[GraphQLName("RealizedGain")]
internal static class RealizedGainType
{
    /// <summary>The asset.</summary>
    [Cost(1)]
    public static Task<Asset> GetAssetAsync([Parent] RealizedGainValue gain, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadRequiredAsync(gain.Source.Asset, cancellationToken);

    /// <summary>The day on which the units were acquired.</summary>
    public static DateOnly GetOpenedOn([Parent] RealizedGainValue gain) => gain.Source.OpenedOn;

    /// <summary>The day on which they were sold.</summary>
    public static DateOnly GetClosedOn([Parent] RealizedGainValue gain) => gain.Source.ClosedOn;

    /// <summary>How many, in the units of the day of sale.</summary>
    public static decimal GetQuantity([Parent] RealizedGainValue gain) => gain.Source.Quantity.Units;

    /// <summary>What they cost, fee and tax of the purchase included, at the rate of the day of purchase.</summary>
    public static decimal GetCostBasis([Parent] RealizedGainValue gain) => gain.CostBasis.Amount;

    /// <summary>What they brought, less the sale's fee, at the rate of the day of sale.</summary>
    public static decimal GetProceeds([Parent] RealizedGainValue gain) => gain.Proceeds.Amount;

    /// <summary>Days from purchase to sale.</summary>
    public static int GetDaysHeld([Parent] RealizedGainValue gain) => gain.Source.DaysHeld;
}
