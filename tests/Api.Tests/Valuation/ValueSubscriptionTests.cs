using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.Application.Valuation;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Valuation;

/// <summary>portfolioValueChanged over real sockets, on a market whose prices the test writes.</summary>
public sealed class ValueSubscriptionTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    private const string Watch = "subscription($id: ID!) { portfolioValueChanged(portfolioId: $id) { totalValue cash unrealizedGain { amount } } }";

    [Fact]
    public async Task The_value_comes_at_once_and_again_with_every_price_and_every_entry()
    {
        var (ada, portfolio) = await InvestedAsync();
        using var socket = await WatchingAsync(ada, portfolio);

        // 1000 - 4 x 100 in cash, and 4 x 130.
        Assert.Equal(1_120m, (await NextAsync(socket)).Decimal("totalValue"));

        api.Market.Quotes("AAPL", 140, before: 128, past: 110);
        var risen = await UntilAsync(socket, 1_160m);
        // 4 x (140 - 100)
        Assert.Equal(160m, risen.Decimal("unrealizedGain.amount"));

        await ada.RecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-06-11", amount: 50 }""");
        Assert.Equal(650m, (await UntilAsync(socket, 1_210m)).Decimal("cash"));

        // An asset that is new to it counts, and its price does from then on: 1 x 190 for 190, then 200.
        await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "IBM", tradeDate: "2024-06-11", quantity: 1, unitPrice: 190 }""");
        await UntilAsync(socket, 1_210m);
        api.Market.Quotes("IBM", 200, before: 192, past: 195);
        await UntilAsync(socket, 1_220m);
    }

    [Fact]
    public async Task Ticks_cost_no_statement_and_one_valuation_for_all_who_watch()
    {
        var (ada, portfolio) = await InvestedAsync();
        using var one = await WatchingAsync(ada, portfolio);
        using var two = await WatchingAsync(ada, portfolio);
        using var three = await WatchingAsync(ada, portfolio);
        foreach (var socket in (TestSocket[])[one, two, three]) await NextAsync(socket);
        var (start, valued) = (api.Clock.Now, api.Valuations);
        api.Statements.Reset();

        for (var tick = 1; tick <= 20; tick++)
        {
            api.Market.Quotes("AAPL", 130 + tick, before: 128, past: 110);
            foreach (var socket in (TestSocket[])[one, two, three]) await UntilAsync(socket, 600m + (4 * (130 + tick)));
        }

        // Every ten seconds it is looked at whether other processes changed it: the portfolio, its assets and at most their listings.
        var rechecks = (int)((api.Clock.Now - start) / TimeSpan.FromSeconds(10)) + 1;
        Assert.InRange(api.Statements.Count, 0, 3 * rechecks);

        // A valuation reads the rates once, a look once more; four valuations a second are the most there can be.
        var most = (4 * ((api.Clock.Now - start) / TimeSpan.FromSeconds(1))) + rechecks + 1;
        Assert.InRange(api.Valuations - valued, 20, most);
    }

    [Fact]
    public async Task Whoever_is_shut_out_hears_no_more_and_the_others_do()
    {
        var (ada, portfolio) = await InvestedAsync();
        var bob = await api.SignUpAsync("bob");
        await ada.DataAsync(
            "mutation($input: SharePortfolioInput!) { sharePortfolio(input: $input) { portfolio { id } } }",
            new { input = new { portfolioId = portfolio, email = await bob.EmailAsync(), access = "VIEWER" } });
        using var hers = await WatchingAsync(ada, portfolio);
        using var his = await WatchingAsync(bob, portfolio);
        await NextAsync(hers);
        await NextAsync(his);

        await ada.DataAsync(
            "mutation($input: UnsharePortfolioInput!) { unsharePortfolio(input: $input) { portfolio { id } } }",
            new { input = new { portfolioId = portfolio, userId = await bob.UserIdAsync() } });

        while ((await MovingAsync(his.ReceiveAsync())).Text("type") != "complete")
        {
        }

        await ada.RecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-06-11", amount: 1 }""");
        await UntilAsync(hers, 1_121m);

        await ada.DataAsync("mutation($id: ID!) { deletePortfolio(input: { portfolioId: $id }) { deletedPortfolioId } }", new { id = portfolio });
        while ((await MovingAsync(hers.ReceiveAsync())).Text("type") != "complete")
        {
        }
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_no_such_portfolio()
    {
        var (_, portfolio) = await InvestedAsync();
        using var socket = await WatchingAsync(await api.SignUpAsync("eve"), portfolio);

        Assert.Equal("NOT_FOUND", (await socket.ReceiveAsync()).Text("payload.0.extensions.code"));
    }

    [Fact]
    public async Task The_price_of_ones_own_asset_counts_as_soon_as_it_is_recorded()
    {
        var ada = await api.SignUpAsync();
        var house = (await ada.DataAsync("""mutation { createCustomAsset(input: { symbol: "HOUSE", name: "House", type: REAL_ESTATE, currency: "USD" }) { asset { id } } }"""))
            .Text("createCustomAsset.asset.id");
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "HOUSE", tradeDate: "2024-06-10", quantity: 1, unitPrice: 500 }""");
        using var socket = await WatchingAsync(ada, portfolio);
        await NextAsync(socket);

        await ada.DataAsync(
            "mutation($id: ID!) { recordPrices(input: { assetId: $id, prices: [{ date: \"2024-06-11\", close: 700 }] }) { recorded } }", new { id = house });

        // -500 in cash, and 700.
        await UntilAsync(socket, 200m);
    }

    [Fact]
    public async Task What_nobody_watches_is_let_go()
    {
        var (ada, portfolio) = await InvestedAsync();
        var open = api.Services.GetRequiredService<OpenValuations>();
        using (var socket = await WatchingAsync(ada, portfolio))
        {
            await NextAsync(socket);
            await socket.CompleteAsync("1");
            while (open.Count > 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private async Task<(TestClient Client, string Portfolio)> InvestedAsync()
    {
        // What another test made of the prices is as good as new for a second.
        api.Market.Quotes("AAPL", 130, before: 128, past: 110).Quotes("IBM", 190, before: 192, past: 195);
        api.Clock.Advance(TimeSpan.FromSeconds(2));

        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            portfolio,
            """{ type: DEPOSIT, tradeDate: "2024-06-10", amount: 1000 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-06-10", quantity: 4, unitPrice: 100 }""");
        return (ada, portfolio);
    }

    private static async Task<TestSocket> WatchingAsync(TestClient client, string portfolio)
    {
        var socket = await client.ConnectAsync();
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Watch, new { id = portfolio });
        return socket;
    }

    private static async Task<JsonElement> NextAsync(TestSocket socket) => (await socket.ReceiveAsync()).At("payload.data.portfolioValueChanged");

    // Values before it may still be on their way.
    private async Task<JsonElement> UntilAsync(TestSocket socket, decimal total)
    {
        while (true)
        {
            var value = (await MovingAsync(socket.ReceiveAsync())).At("payload.data.portfolioValueChanged");
            if (value.Decimal("totalValue") == total) return value;
        }
    }

    // The service waits for its clock on threads of its own, and time that passes before that moves nothing.
    private async Task<JsonElement> MovingAsync(Task<JsonElement> message)
    {
        while (!message.IsCompleted)
        {
            api.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(message, Task.Delay(2, TestContext.Current.CancellationToken));
        }

        return await message;
    }
}
