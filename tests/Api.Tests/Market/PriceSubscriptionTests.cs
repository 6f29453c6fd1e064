using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Market;

/// <summary>priceChanged over a real WebSocket, on the simulated market, which ticks as the test moves its clock.</summary>
public sealed class PriceSubscriptionTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Prices = "subscription($symbols: [String!]!) { priceChanged(symbols: $symbols) { asset { symbol } price asOf source } }";

    [Fact]
    public async Task A_first_quote_of_each_symbol_comes_at_once_and_then_every_tick()
    {
        using var socket = await ConnectedAsync(api.Nobody);
        await socket.SubscribeAsync("1", Prices, new { symbols = new[] { "BTC", "eth" } });

        var first = await QuotesAsync(socket, 2);
        Assert.Equal(["BTC", "ETH"], first.Keys.Order());
        Assert.All(first.Values, quote => Assert.Equal(api.Clock.Now, quote.AsOf));

        for (var tick = 0; tick < 3; tick++)
        {
            api.Clock.Advance(TimeSpan.FromSeconds(1));
            var next = await QuotesAsync(socket, 2);
            Assert.Equal(["BTC", "ETH"], next.Keys.Order());
            Assert.All(next.Values, quote => Assert.Equal(api.Clock.Now, quote.AsOf));
        }

        // What somebody else asks for meanwhile is the same price.
        var asked = await api.Nobody.DataAsync("""{ asset(symbol: "BTC") { quote { price asOf } } }""");
        Assert.Equal(api.Clock.Now, asked.At("asset.quote.asOf").GetDateTimeOffset());
    }

    [Fact]
    public async Task No_tick_asks_the_database()
    {
        using var socket = await ConnectedAsync(api.Nobody);
        await socket.SubscribeAsync("1", Prices, new { symbols = new[] { "BTC", "ETH", "AAPL" } });
        await QuotesAsync(socket, 3);

        api.Statements.Reset();
        for (var tick = 0; tick < 5; tick++)
        {
            api.Clock.Advance(TimeSpan.FromSeconds(1));
            await QuotesAsync(socket, 3);
        }

        Assert.Empty(api.Statements.Statements);
    }

    [Fact]
    public async Task Nothing_more_comes_of_what_was_completed()
    {
        using var socket = await ConnectedAsync(await api.SignUpAsync());
        await socket.SubscribeAsync("1", Prices, new { symbols = new[] { "BTC" } });
        await QuotesAsync(socket, 1);

        await socket.CompleteAsync("1");
        await socket.SubscribeAsync("2", Prices, new { symbols = new[] { "ETH" } });

        // Of both, only the second one answers, now and when the market moves.
        Assert.Equal("2", (await socket.ReceiveAsync()).Text("id"));
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", (await socket.ReceiveAsync()).Text("id"));
    }

    [Fact]
    public async Task A_symbol_that_nothing_has_is_an_error_and_nothing_is_subscribed()
    {
        using var socket = await ConnectedAsync(api.Nobody);
        await socket.SubscribeAsync("1", Prices, new { symbols = new[] { "BTC", "NO-SUCH", "NOR-THIS" } });

        var message = await socket.ReceiveAsync();

        Assert.Equal("next", message.Text("type"));
        Assert.Equal(2, message.At("payload.errors").GetArrayLength());
        Assert.Equal("NOT_FOUND", message.At("payload").Code());
        Assert.Contains("NO-SUCH", message.Text("payload.errors.0.message"), StringComparison.Ordinal);
        Assert.Equal("complete", (await socket.ReceiveAsync()).Text("type"));
    }

    [Fact]
    public async Task Too_many_symbols_are_an_error()
    {
        using var socket = await ConnectedAsync(api.Nobody);
        await socket.SubscribeAsync("1", Prices, new { symbols = Enumerable.Repeat("BTC", 501) });

        Assert.Equal("HC0047", (await socket.ReceiveAsync()).At("payload").Code());
    }

    private static async Task<TestSocket> ConnectedAsync(TestClient client)
    {
        var socket = await client.ConnectAsync();
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).Text("type"));
        return socket;
    }

    private static async Task<Dictionary<string, (decimal Price, DateTimeOffset AsOf)>> QuotesAsync(TestSocket socket, int count)
    {
        var quotes = new Dictionary<string, (decimal, DateTimeOffset)>();
        for (var i = 0; i < count; i++)
        {
            var message = await socket.ReceiveAsync();
            Assert.True(message.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object, message.ToString());
            var quote = payload.At("data.priceChanged");
            quotes[quote.Text("asset.symbol")!] = (quote.Decimal("price"), quote.At("asOf").GetDateTimeOffset());
        }

        return quotes;
    }
}
