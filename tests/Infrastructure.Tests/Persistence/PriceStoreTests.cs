using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class PriceStoreTests
{
    private static readonly AssetId Apple = StableAssetId.Of("AAPL");
    private static readonly AssetId Ibm = StableAssetId.Of("IBM");

    [Fact]
    public async Task The_last_close_of_many_assets_is_one_statement()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var store = await WithPricesAsync(investor);
        investor.Database.Statements.Reset();

        var latest = await store.ReadLatestAsync([Apple, Ibm, StableAssetId.Of("SPY")], A.Day("2024-01-06"), default);

        Assert.Equal(1, investor.Database.Statements.Count);
        Assert.Equal(
            [(Apple, A.Day("2024-01-05"), 181.18m), (Ibm, A.Day("2024-01-03"), 160.1m)],
            latest.Values.OrderByDescending(price => price.Date).Select(price => (price.Asset, price.Date, price.Close)));
    }

    [Fact]
    public async Task A_span_of_many_assets_is_one_statement_and_exact()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var store = await WithPricesAsync(investor);
        investor.Database.Statements.Reset();

        var series = await store.ReadAsync([Apple, Ibm], A.Day("2024-01-03"), A.Day("2024-01-05"), default);

        Assert.Equal(1, investor.Database.Statements.Count);
        Assert.Equal(
            [new(A.Day("2024-01-03"), 184.2500000000000000000000001m), new(A.Day("2024-01-05"), 181.18m)], series[Apple].Points);
        Assert.Equal([new(A.Day("2024-01-03"), 160.1m)], series[Ibm].Points);
    }

    [Fact]
    public async Task A_price_for_a_day_that_has_one_replaces_it()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var store = await WithPricesAsync(investor);

        await store.WriteAsync([Price(Ibm, "2024-01-03", 161m), Price(Ibm, "2024-01-03", 162m)], default);

        var latest = await store.ReadLatestAsync([Ibm], A.Day("2024-12-31"), default);
        Assert.Equal(162m, latest[Ibm].Close);
    }

    private static async Task<IPriceStore> WithPricesAsync(InvestorDatabase investor)
    {
        var store = investor.Database.Services.GetRequiredService<IPriceStore>();
        await store.WriteAsync(
            [
                Price(Apple, "2024-01-02", 185.64m), Price(Apple, "2024-01-03", 184.2500000000000000000000001m),
                Price(Apple, "2024-01-05", 181.18m), Price(Apple, "2024-01-08", 185.56m), Price(Ibm, "2024-01-03", 160.1m),
            ],
            default);
        return store;
    }

    private static StoredPrice Price(AssetId asset, string day, decimal close) =>
        new(asset, A.Day(day), close, Currency.Usd, StoredPrice.ByHand);
}
