using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>The listings of the catalogue's assets. It counts its statements.</summary>
internal sealed class CatalogueListings : IListingStore
{
    private static readonly Dictionary<AssetId, Asset> Assets = SimulatedWorld.Catalogue.Assets.ToDictionary(asset => asset.Id);

    internal int Statements { get; private set; }

    public Task<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        Statements++;
        return Task.FromResult<IReadOnlyList<Listing>>([.. assets.Where(Assets.ContainsKey).Select(id => Of(Assets[id]))]);
    }

    private static Listing Of(Asset asset) =>
        new(asset.Id, asset.Symbol, asset.Exchange, asset.Isin, asset.Type, asset.Currency);
}
