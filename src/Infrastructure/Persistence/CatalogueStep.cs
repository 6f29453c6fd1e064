using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence;

/// <summary>
/// Brings the assets of the catalogue into the database: new ones are added, those that read otherwise now are changed, unless
/// somebody looked them over since.
/// </summary>
internal sealed class CatalogueStep(InvestrDbContext context, AssetCatalogue catalogue) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listed = await context.Assets.Where(asset => asset.OwnerId == null).ToListAsync(cancellationToken);
        var there = listed.ToDictionary(asset => asset.Id);
        var symbols = listed.Select(asset => asset.Symbol).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var asset in catalogue.Assets)
        {
            // EF compares, and writes what differs. A symbol that somebody listed before the catalogue did stays theirs.
            if (!there.TryGetValue(asset.Id, out var known))
            {
                if (symbols.Add(asset.Symbol)) context.Add(asset);
            }
            else if (!known.IsEdited)
            {
                known.Describe(DetailsOf(asset));
            }
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
        Splits = asset.Splits,
    };
}
