using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Alerts;

/// <summary>Alerts over HTTP, WebSockets and server-sent events, on a market whose prices the test writes.</summary>
public sealed class PriceAlertTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    private const string Alert = "id active condition threshold triggeredAt triggeredPrice asset { symbol }";
    private const string Subscription = $$"""subscription { priceAlertTriggered { {{Alert}} } }""";

    [Fact]
    public async Task An_alert_that_fires_reaches_its_owner_over_both_transports_and_nobody_else()
    {
        var (ada, eve) = (await api.SignUpAsync(), await api.SignUpAsync("eve"));
        using var socket = await ListeningAsync(ada);
        using var stream = await ada.StreamAsync(Subscription);
        using var hers = await ListeningAsync(eve);

        var id = await CreateAsync(ada, "MSFT", "PRICE_ABOVE", "200");
        Tick("MSFT", 201);

        foreach (var fired in new[] { await EventAsync(socket), JsonElement.Parse((await stream.NextAsync())!.Value.Data!).At("data.priceAlertTriggered") })
        {
            Assert.Equal((id, "MSFT", "201"), (fired.Text("id"), fired.Text("asset.symbol"), fired.Text("triggeredPrice")));
            Assert.False(fired.At("active").GetBoolean());
            Assert.Equal(api.Clock.Now, fired.At("triggeredAt").GetDateTimeOffset());
        }

        // What Eve hears of first is her own.
        var own = await CreateAsync(eve, "MSFT", "PRICE_ABOVE", "200");
        Assert.Equal(own, (await EventAsync(hers)).Text("id"));
    }

    [Fact]
    public async Task It_waits_again_when_the_price_has_gone_back_and_what_nobody_heard_of_is_in_the_list()
    {
        var ada = await api.SignUpAsync();
        var id = await CreateAsync(ada, "NVDA", "PRICE_BELOW", "50");
        Assert.True((await ListedAsync(ada)).At("active").GetBoolean());

        Tick("NVDA", 40);
        var fired = await UntilAsync(ada, active: false);
        Assert.Equal((id, "40", "50"), (fired.Text("id"), fired.Text("triggeredPrice"), fired.Text("threshold")));

        Tick("NVDA", 60);
        Assert.Equal("40", (await UntilAsync(ada, active: true)).Text("triggeredPrice"));

        // Asked for by its id too, and deleted.
        Assert.Equal("PRICE_BELOW", (await ada.DataAsync("query($id: ID!) { node(id: $id) { ... on PriceAlert { condition } } }", new { id })).Text("node.condition"));
        Assert.Equal(id, (await ada.DataAsync("mutation($id: ID!) { deletePriceAlert(input: { alertId: $id }) { deletedAlertId } }", new { id })).Text("deletePriceAlert.deletedAlertId"));
        Assert.Equal(0, (await ada.DataAsync("{ priceAlerts { id } }")).At("priceAlerts").GetArrayLength());
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_is_kept()
    {
        var ada = await api.SignUpAsync();

        var refused = await ada.DataAsync(
            """
            mutation { createPriceAlert(input: { symbol: "NO-SUCH", condition: PRICE_ABOVE, threshold: 0 }) {
              alert { id } errors { __typename ... on Error { code } ... on ValidationError { fields { path } } } } }
            """);

        Assert.Equal(["ValidationError", "NotFoundError"], refused.Texts("createPriceAlert.errors", "__typename"));
        Assert.Equal("threshold", refused.Text("createPriceAlert.errors.0.fields.0.path.0"));
        Assert.Equal(0, (await ada.DataAsync("{ priceAlerts { id } }")).At("priceAlerts").GetArrayLength());
    }

    [Fact]
    public async Task Who_is_not_signed_in_hears_of_nothing()
    {
        using var socket = await api.Nobody.ConnectAsync();
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Subscription);

        Assert.Equal("AUTH_NOT_AUTHENTICATED", (await socket.ReceiveAsync()).Text("payload.0.extensions.code"));
    }

    private static async Task<string> CreateAsync(TestClient client, string symbol, string condition, string threshold) => (await client.DataAsync(
        $$"""mutation { createPriceAlert(input: { symbol: "{{symbol}}", condition: {{condition}}, threshold: "{{threshold}}" }) { alert { id } } }"""))
        .Text("createPriceAlert.alert.id")!;

    private static async Task<JsonElement> ListedAsync(TestClient client) =>
        (await client.DataAsync($$"""{ priceAlerts { {{Alert}} } }""")).At("priceAlerts.0");

    private static async Task<JsonElement> UntilAsync(TestClient client, bool active)
    {
        JsonElement alert;
        while ((alert = await ListedAsync(client)).At("active").GetBoolean() != active) await Task.Delay(10, TestContext.Current.CancellationToken);
        return alert;
    }

    // An operation of a socket is begun in the order of its messages; one that answers after another is open shows that it is.
    private static async Task<TestSocket> ListeningAsync(TestClient client)
    {
        var socket = await client.ConnectAsync();
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Subscription);
        await socket.SubscribeAsync("2", "{ me { id } }");
        Assert.Equal(("next", "complete"), ((await socket.ReceiveAsync()).Text("type"), (await socket.ReceiveAsync()).Text("type")));
        return socket;
    }

    private static async Task<JsonElement> EventAsync(TestSocket socket) => (await socket.ReceiveAsync()).At("payload.data.priceAlertTriggered");

    private void Tick(string symbol, decimal price)
    {
        api.Market.Quotes(symbol, price, before: 100, past: 100);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
