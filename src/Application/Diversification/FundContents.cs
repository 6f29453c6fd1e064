using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Valuation;

namespace Investr.Application.Diversification;

/// <summary>The assets that the funds of a portfolio name as their constituents.</summary>
internal sealed class FundContents(IAssetLoader assets)
{
    /// <summary>Those assets, in one fetch at most; none where funds are not looked through.</summary>
    public async Task<IReadOnlyDictionary<AssetId, Asset>> LoadAsync(
        PortfolioValue value, bool lookThrough, CancellationToken cancellationToken)
    {
        if (!lookThrough) return new Dictionary<AssetId, Asset>();

        var named = value.Holdings
            .SelectMany(holding => holding.Asset.Constituents)
            .Select(constituent => constituent.Asset)
            .OfType<AssetId>()
            .Distinct()
            .ToArray();
        var loaded = await assets.LoadAsync(named, cancellationToken);
        return loaded.OfType<Asset>().ToDictionary(asset => asset.Id);
    }
}
