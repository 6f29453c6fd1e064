using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence;

/// <summary>Brings the assets of the catalogue into the database: new ones are added, those that read otherwise now are changed.</summary>
internal sealed class CatalogueStep(InvestrDbContext context, AssetCatalogue catalogue) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var there = await context.Assets
            .Where(asset => asset.OwnerId == null)
            .ToDictionaryAsync(asset => asset.Id, cancellationToken);

        foreach (var asset in catalogue.Assets)
        {
            // EF compares, and writes what differs.
            if (there.TryGetValue(asset.Id, out var known)) known.Describe(DetailsOf(asset));
            else context.Add(asset);
        }

        await context.CommitAsync(cancellationToken);
    }

    private static AssetDetails DetailsOf(Asset asset) => new(asset.Symbol, asset.Name, asset.Type, asset.Currency)
    {
        Class = asset.Class,
        Exchange = asset.Exchange,
        Isin = asset.Isin,
        Country = asset.Country,
        Sector = asset.Sector,
        Industry = asset.Industry,
        Constituents = asset.Constituents,
    };
}
