using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class AssetTests
{
    [Fact]
    public async Task The_catalogue_comes_back_whole_constituents_too()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var catalogue = investor.Database.Services.GetRequiredService<AssetCatalogue>();

        await using var context = investor.Database.Context();
        var kept = await context.Assets.AsNoTracking().ToDictionaryAsync(asset => asset.Id);

        Assert.Equal(catalogue.Assets.Count(), kept.Count);
        Assert.All(catalogue.Assets, asset =>
        {
            Assert.Equal(ToldOf(asset), ToldOf(kept[asset.Id]));
            Assert.Equal(asset.Constituents, kept[asset.Id].Constituents);
        });
    }

    [Fact]
    public async Task A_start_with_another_edition_of_the_catalogue_changes_only_what_differs()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await RenameAppleAsync(investor, "Old name");
        await SetEditionAsync(investor, "the one before");

        var statements = await StartAgainAsync(investor);

        // Whether it is another edition, the assets and the row of the edition are read; one asset and that row are written.
        Assert.Equal(5, statements);
        await using var context = investor.Database.Context();
        Assert.NotEqual("Old name", (await context.Assets.SingleAsync(asset => asset.Symbol == "aapl")).Name);
        Assert.Equal(AssetCatalogue.Edition, (await context.StartupSteps.SingleAsync()).Edition);
    }

    [Fact]
    public async Task A_start_with_the_edition_that_is_there_compares_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await RenameAppleAsync(investor, "Old name");

        Assert.Equal(1, await StartAgainAsync(investor));
        await using var context = investor.Database.Context();
        Assert.Equal("Old name", (await context.Assets.SingleAsync(asset => asset.Symbol == "aapl")).Name);
    }

    [Fact]
    public async Task What_an_analyst_said_of_an_asset_outlives_another_edition()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await investor.SendAsync(new UpsertAssets(
            [new("AAPL", "Apple", AssetType.Stock, Currency.Usd), new("NEWCO", "New company", AssetType.Stock, Currency.Usd)]));
        await SetEditionAsync(investor, "the one before");

        await StartAgainAsync(investor);

        await using var context = investor.Database.Context();
        Assert.Equal("Apple", (await context.Assets.SingleAsync(asset => asset.Symbol == "AAPL")).Name);
        Assert.Equal("New company", (await context.Assets.SingleAsync(asset => asset.Symbol == "newco")).Name);
    }

    [Fact]
    public async Task A_symbol_is_listed_once_in_whatever_case()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await using var context = investor.Database.Context();
        context.Add(Asset.Listed(A.AssetId("another"), new("aapl", "Another", AssetType.Stock, Currency.Usd)));

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task The_search_gives_the_symbol_itself_first_then_beginnings_then_the_rest()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        Assert.Equal("V", (await investor.SendAsync(new SearchAssets("v", 3)))[0].Symbol);
        Assert.Equal("AAPL", Assert.Single(await investor.SendAsync(new SearchAssets("us0378331005"))).Symbol);
        Assert.Equal("AAPL", (await investor.SendAsync(new SearchAssets("Apple")))[0].Symbol);
        Assert.Equal(3, (await investor.SendAsync(new SearchAssets("a", 3))).Count);
        Assert.Equal(SearchAssets.MostResults, (await investor.SendAsync(new SearchAssets("a", 1_000))).Count);
        Assert.Empty(await investor.SendAsync(new SearchAssets(" ")));
        Assert.Empty(await investor.SendAsync(new SearchAssets("%")));
    }

    [Fact]
    public async Task What_one_made_for_oneself_is_found_by_nobody_else()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var painting = await investor.AddCustomAssetAsync(investor.Ada, "PAINTING");
        Assert.Equal(painting, Assert.Single(await investor.SendAsync(new SearchAssets("PAINTING"))).Id);

        investor.ActAs(await investor.SignUpAsync("eve"));

        Assert.Empty(await investor.SendAsync(new SearchAssets("PAINTING")));
    }

    [Fact]
    public async Task What_an_analyst_lists_or_renames_is_found_at_once()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        Assert.Empty(await investor.SendAsync(new SearchAssets("Quetzalcoatl")));

        await investor.SendAsync(new UpsertAssets([new("QUETZ", "Quetzalcoatl Mining", AssetType.Stock, Currency.Usd)]));
        Assert.Equal("QUETZ", Assert.Single(await investor.SendAsync(new SearchAssets("quetzalcoatle"))).Symbol);

        await investor.SendAsync(new UpsertAssets([new("QUETZ", "Feathered Serpent", AssetType.Stock, Currency.Usd)]));
        Assert.Empty(await investor.SendAsync(new SearchAssets("Quetzalcoatl")));
        Assert.Equal("QUETZ", Assert.Single(await investor.SendAsync(new SearchAssets("serpent feathered"))).Symbol);
    }

    [Fact]
    public async Task A_search_takes_a_statement_for_what_is_ones_own_and_one_for_what_is_found()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await investor.SendAsync(new SearchAssets("Apple"));
        investor.Database.Statements.Reset();

        Assert.NotEmpty(await investor.SendAsync(new SearchAssets("vanguard")));

        Assert.Equal(2, investor.Database.Statements.Count);
    }

    /// <returns>How many statements it took.</returns>
    private static Task<int> StartAgainAsync(InvestorDatabase investor) => investor.Database.InScopeAsync(async services =>
    {
        investor.Database.Statements.Reset();
        await services.GetRequiredService<IStartupStep>().RunAsync(default);
        return investor.Database.Statements.Count;
    });

    private static async Task RenameAppleAsync(InvestorDatabase investor, string name)
    {
        await using var context = investor.Database.Context();
        var apple = await context.Assets.SingleAsync(asset => asset.Symbol == "AAPL");
        apple.Describe(new("AAPL", name, AssetType.Stock, Currency.Usd));
        await context.SaveChangesAsync();
    }

    private static async Task SetEditionAsync(InvestorDatabase investor, string edition)
    {
        await using var context = investor.Database.Context();
        (await context.StartupSteps.SingleAsync()).Edition = edition;
        await context.SaveChangesAsync();
    }

    private static object ToldOf(Asset asset) =>
        (asset.Symbol, asset.Name, asset.Type, asset.Class, asset.Currency, asset.Exchange, asset.Isin,
            (asset.Country, asset.Sector, asset.Industry, asset.OwnerId));
}
