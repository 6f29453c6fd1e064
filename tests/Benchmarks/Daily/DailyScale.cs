using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Investr.Benchmarks.Load;
using Investr.TestKit;

namespace Investr.Benchmarks.Daily;

/// <summary>
/// The daily update of 100,000 watched assets, by the API as a process of its own, from a market's API beside it that takes a hundred symbols
/// a call: the first run writes four or five closes of each, the next one finds them there.
/// </summary>
internal static class DailyScale
{
    private const int Assets = 100_000;
    private const int AssetsAnUpsert = 1_000;
    private const int AssetsAList = 500;
    private const int ListsAUser = 50;

    public static async Task RunAsync()
    {
        await using var stub = await MarketStub.StartAsync();
        stub.Answers(EndOfDayApi.Path, EndOfDayApi.Answer);
        await using var api = await ApiProcess.StartAsync(
            CancellationToken.None, folder: null, [.. EndOfDayApi.SettingsFor(stub), ("MarketData__Daily__Enabled", "false")]);
        using var root = await ApiClient.SignInAsync(api, "root");
        await WatchAsync(api, root);

        Console.WriteLine("| run | s | calls | rows from the stub | rows a second | the stub alone s |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var name in (string[])["first", "again"])
        {
            var (before, run) = (stub.Calls.Count, await RunAsync(root));
            var calls = stub.Calls.Skip(before).ToArray();
            var (rows, alone) = AnsweredAlone(calls);
            var seconds = (Instant(run, "finishedAt") - Instant(run, "startedAt")).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {seconds:0.0} | {calls.Length} | {rows} | {rows / seconds:0} | {alone.TotalSeconds:0.0} |"));
            if (run.GetProperty("status").GetString() != "SUCCEEDED") Console.WriteLine(run.GetProperty("message").GetString());
        }
    }

    // What making the same answers takes by itself.
    private static (int Rows, TimeSpan Time) AnsweredAlone(IEnumerable<StubCall> calls)
    {
        var from = Stopwatch.GetTimestamp();
        var rows = 0;
        foreach (var call in calls) rows += EndOfDayApi.Answer(call).Content.Span.Count("\"close\""u8);
        return (rows, Stopwatch.GetElapsedTime(from));
    }

    private static async Task WatchAsync(ApiProcess api, ApiClient root)
    {
        var symbols = Enumerable.Range(0, Assets).Select(place => $"S{place:D6}").ToArray();
        foreach (var part in symbols.Chunk(AssetsAnUpsert))
        {
            await root.AskAsync(
                "mutation($assets: [AssetInput!]!) { upsertAssets(input: { assets: $assets }) { errors { ... on Error { message } } } }",
                new { assets = part.Select(symbol => new { symbol, name = "Some", type = "STOCK", currency = "USD", exchange = "NYSE" }) });
        }

        foreach (var (place, lists) in symbols.Chunk(AssetsAList).Chunk(ListsAUser).Index())
        {
            using var user = await ApiClient.SignUpAsync(api, $"user{place}");
            foreach (var list in lists)
            {
                await user.AskAsync(
                    "mutation($symbols: [String!]) { createWatchlist(input: { name: \"x\", symbols: $symbols }) { watchlist { id } } }", new { symbols = list });
            }
        }
    }

    private static async Task<JsonElement> RunAsync(ApiClient root)
    {
        await root.AskAsync("mutation { refreshMarketData(input: {}) { errors { ... on Error { message } } } }");
        while (true)
        {
            var run = (await root.AskAsync("{ marketDataRuns(first: 1) { status startedAt finishedAt message } }")).GetProperty("marketDataRuns")[0];
            if (run.GetProperty("status").GetString() != "RUNNING") return run;

            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private static DateTimeOffset Instant(JsonElement run, string name) => run.GetProperty(name).GetDateTimeOffset();
}
