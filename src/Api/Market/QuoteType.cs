using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.GraphQL;

namespace Investr.Api.Market;

/// <summary>What an asset was last seen to cost.</summary>
[ObjectType<Quote>(Ignore = [nameof(Quote.Asset)])]
internal static class QuoteType
{
    /// <summary>The asset.</summary>
    [Cost(1)]
    [SameForAll]
    public static Task<Asset> GetAssetAsync([Parent] Quote quote, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadRequiredAsync(quote.Asset, cancellationToken);
}
