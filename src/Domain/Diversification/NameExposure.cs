using Investr.Domain.Market;
using Investr.Domain.Valuation;

namespace Investr.Domain.Diversification;

/// <summary>How the holdings spread over single names, as the score sees it. Cash is nobody's name and is left out.</summary>
/// <param name="Buckets">The value by name; a fund's unnamed rest by its known sectors or countries, each at least one name.</param>
/// <param name="LargestIssuer">The largest single issuer: an asset, or a fund about whose constituents nothing is known.</param>
/// <param name="LargestValue">What is held of it, directly and through funds.</param>
internal sealed record NameExposure(IReadOnlyList<decimal> Buckets, string? LargestIssuer, decimal LargestValue)
{
    internal static NameExposure Of(PortfolioValue value, bool lookThrough)
    {
        Dictionary<AssetId, (string Name, decimal Value)> issuers = [];
        List<decimal> unnamed = [];

        foreach (var holding in value.Holdings.Where(holding => holding.Value.Amount > 0))
        {
            var (asset, worth) = (holding.Asset, holding.Value.Amount);
            if (!lookThrough || asset.Constituents.Count == 0)
            {
                Add(asset.Id, asset.Symbol, worth);
                continue;
            }

            var rest = worth;
            foreach (var slice in FundSlices.By(asset, constituent => constituent.Asset is null ? null : constituent.Name))
            {
                Add(slice.Constituent.Asset!.Value, slice.Label, worth * slice.Share);
                rest -= worth * slice.Share;
            }

            unnamed.AddRange(SpreadOf(asset).Select(share => share * rest));
        }

        var largest = issuers.Values.OrderByDescending(issuer => issuer.Value).FirstOrDefault();
        return new([.. issuers.Values.Select(issuer => issuer.Value), .. unnamed.Where(part => part > 0)], largest.Name, largest.Value);

        void Add(AssetId asset, string name, decimal worth) =>
            issuers[asset] = (name, issuers.GetValueOrDefault(asset).Value + worth);
    }

    // The finer of the two lists; the shares add up to one, what they leave open being one more.
    private static decimal[] SpreadOf(Asset fund) =>
        new[] { SharesOf(fund, constituent => constituent.Sector), SharesOf(fund, constituent => constituent.Country) }
            .MinBy(shares => shares.Sum(share => share * share))!;

    private static decimal[] SharesOf(Asset fund, Func<Constituent, string?> tells)
    {
        var shares = FundSlices.By(fund, tells).Select(slice => slice.Share).ToArray();
        return [.. shares, 1 - shares.Sum()];
    }
}
