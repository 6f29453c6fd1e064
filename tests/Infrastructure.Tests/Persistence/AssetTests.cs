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
    public async Task A_second_start_changes_only_what_differs()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await using (var context = investor.Database.Context())
        {
            var apple = await context.Assets.SingleAsync(asset => asset.Symbol == "AAPL");
            apple.Describe(new("AAPL", "Old name", AssetType.Stock, Currency.Usd));
            await context.SaveChangesAsync();
        }

        investor.Database.Statements.Reset();
        await investor.Database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IStartupStep>().RunAsync(default);
            return true;
        });

        // The assets are read, one is written.
        Assert.Equal(2, investor.Database.Statements.Count);
        await using var after = investor.Database.Context();
        Assert.NotEqual("Old name", (await after.Assets.SingleAsync(asset => asset.Symbol == "aapl")).Name);
    }

    [Fact]
    public async Task What_an_analyst_said_of_an_asset_outlives_the_next_start()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await investor.SendAsync(new UpsertAssets(
            [new("AAPL", "Apple", AssetType.Stock, Currency.Usd), new("NEWCO", "New company", AssetType.Stock, Currency.Usd)]));

        await investor.Database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IStartupStep>().RunAsync(default);
            return true;
        });

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

    private static object ToldOf(Asset asset) =>
        (asset.Symbol, asset.Name, asset.Type, asset.Class, asset.Currency, asset.Exchange, asset.Isin,
            (asset.Country, asset.Sector, asset.Industry, asset.OwnerId));
}
