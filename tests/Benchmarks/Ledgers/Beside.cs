using System.Diagnostics;
using System.Globalization;
using Investr.Benchmarks.Load;
using Investr.TestKit;

namespace Investr.Benchmarks.Ledgers;

/// <summary>
/// How long another user waits for one field while the product makes the page of a long ledger for the first time: the whole API as a
/// process of its own, over HTTP.
/// </summary>
internal static class Beside
{
    private const int Entries = 50_000;
    private const int Portfolios = 3;
    private const string OneField = "{ me { displayName } }";
    private const string Page = """
        query($id: ID!) {
          portfolio(id: $id) {
            valuation { totalValue unrealizedGain { amount } }
            holdings(first: 250) { nodes { asset { symbol } value { amount } } }
            performance { timeWeightedReturn moneyWeightedReturn volatility sharpeRatio maxDrawdown { depth } }
          }
        }
        """;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("investr-beside-").FullName;
        try
        {
            var ids = await PrepareAsync(folder);

            // Started again, it has nothing in memory.
            await using var api = await ApiProcess.StartAsync(CancellationToken.None, folder);
            using var owner = await ApiClient.SignInAsync(api, "scale");
            using var other = await ApiClient.SignInAsync(api, "other");
            await MeasureAsync(other, Task.Delay(Idle));
            Console.WriteLine("| beside | page s | queries | p50 ms | p99 ms | most ms |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|");
            Report("nothing", await MeasureAsync(other, Task.Delay(Idle)));
            foreach (var (number, id) in ids.Index())
                Report($"cold page {number + 1}", await MeasureAsync(other, Task.Run(() => owner.AskAsync(Page, new { id }))));
            Report("warm page", await MeasureAsync(other, Task.Run(() => owner.AskAsync(Page, new { id = ids[0] }))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> PrepareAsync(string folder)
    {
        await using var api = await ApiProcess.StartAsync(CancellationToken.None, folder);
        using var owner = await ApiClient.SignUpAsync(api, "scale");
        using var other = await ApiClient.SignUpAsync(api, "other");
        var assets = await owner.AskAsync("{ assets(first: 250) { nodes { symbol } } }");
        string[] symbols = [.. assets.GetProperty("assets").GetProperty("nodes").EnumerateArray().Select(asset => asset.GetProperty("symbol").GetString()!)];
        var text = GeneratedLedger.Csv(symbols, Entries, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

        var ids = new string[Portfolios];
        for (var i = 0; i < ids.Length; i++)
        {
            var made = await owner.AskAsync("mutation { createPortfolio(input: { name: \"Scale\" }) { portfolio { id } } }");
            ids[i] = made.GetProperty("createPortfolio").GetProperty("portfolio").GetProperty("id").GetString()!;
            await owner.AskAsync(
                "mutation($input: ImportTransactionsInput!) { importTransactions(input: $input) { result { imported } } }",
                new { input = new { portfolioId = ids[i], text } });
        }

        return ids;
    }

    // One request after the other, for as long as the work takes.
    private static async Task<(TimeSpan Taken, TimeSpan[] Latencies)> MeasureAsync(ApiClient other, Task work)
    {
        var began = Stopwatch.GetTimestamp();
        List<TimeSpan> latencies = [];
        while (!work.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            await other.AskAsync(OneField);
            latencies.Add(Stopwatch.GetElapsedTime(asked));
        }

        await work;
        return (Stopwatch.GetElapsedTime(began), [.. latencies.Order()]);
    }

    private static void Report(string beside, (TimeSpan Taken, TimeSpan[] Latencies) measured)
    {
        var latencies = measured.Latencies;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {beside} | {measured.Taken.TotalSeconds:F2} | {latencies.Length} | {At(0.5):F1} | {At(0.99):F1} | {At(1):F1} |"));

        double At(double part) => latencies[(int)Math.Ceiling(part * latencies.Length) - 1].TotalMilliseconds;
    }
}
