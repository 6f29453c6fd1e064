using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence;

/// <summary>
/// Brings the assets of the catalogue into the database: new ones are added, those that read otherwise now are changed, unless
/// somebody looked them over since. The database keeps which edition it has, and each is compared once.
/// </summary>
internal sealed class CatalogueStep(InvestrDbContext context, AssetCatalogue catalogue) : IStartupStep
{
    internal const string Name = "Catalogue";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(cancellationToken)) return;

        // Nodes that start together come one after another, and the later ones find nothing left to change.
        await context.TakeTurnToWriteAsync(cancellationToken);
        await CompareAsync(cancellationToken);
        await NoteAsync(cancellationToken);
        await context.CommitAsync(cancellationToken);
    }

    private Task<bool> IsDoneAsync(CancellationToken cancellationToken) =>
        context.StartupSteps.AnyAsync(row => row.Step == Name && row.Edition == AssetCatalogue.Edition, cancellationToken);

    private async Task CompareAsync(CancellationToken cancellationToken)
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
                // What sources told of splits meanwhile stays known.
                var splits = known.Splits;
                known.Describe(DetailsOf(asset));
                known.Learn(splits);
            }
        }
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        if (await context.StartupSteps.FindAsync([Name], cancellationToken) is { } done) done.Edition = AssetCatalogue.Edition;
        else context.Add(new StartupStepRow { Step = Name, Edition = AssetCatalogue.Edition });
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
