using System.Text.Json;

namespace Investr.Api.Tests.Host;

/// <summary>Runs of the market-data update, as an analyst or administrator sees them.</summary>
internal static class RunRequests
{
    private const string Fields =
        "id status message exchange day startedAt finishedAt assetsAsked assetsUpdated assetsFailed providerCalls callsSaved failures { symbol reason }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Begins a run; the payload.</summary>
    public static async Task<JsonElement> RefreshAsync(this TestClient client, params string[] symbols) => (await client.DataAsync(
        $"mutation($symbols: [String!]) {{ refreshMarketData(input: {{ symbols: $symbols }}) {{ run {{ {Fields} }} errors {{ __typename ... on Error {{ code message }} }} }} }}",
        new { symbols = symbols.Length == 0 ? null : symbols })).At("refreshMarketData");

    /// <summary>Adds stocks of New York to the catalogue, as an analyst or administrator, and watches them all.</summary>
    public static async Task WatchManyAsync(this TestClient client, int count)
    {
        var symbols = Enumerable.Range(0, count).Select(place => $"S{place:D6}").ToArray();
        foreach (var part in symbols.Chunk(1_000))
        {
            var assets = part.Select(symbol => new { symbol, name = "Some", type = "STOCK", currency = "USD", exchange = "NYSE" });
            await client.DataAsync(
                "mutation($assets: [AssetInput!]!) { upsertAssets(input: { assets: $assets }) { errors { ... on Error { message } } } }", new { assets });
        }

        foreach (var part in symbols.Chunk(500))
            await client.DataAsync("mutation($symbols: [String!]) { createWatchlist(input: { name: \"x\", symbols: $symbols }) { watchlist { id } } }", new { symbols = part });
    }

    /// <summary>The newest run, once it is over; one is begun where there never was any.</summary>
    public static async Task<JsonElement> FinishedRunAsync(this TestClient client)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var runs = (await client.DataAsync($"{{ marketDataRuns(first: 1) {{ {Fields} }} }}")).At("marketDataRuns");
            if (runs.GetArrayLength() == 0) await client.RefreshAsync("AAPL");
            else if (runs[0].Text("status") != "RUNNING") return runs[0];

            await Task.Delay(20, patience.Token);
        }
    }
}
