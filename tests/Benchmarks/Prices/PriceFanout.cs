using System.Globalization;
using System.Text.Json;
using Investr.Benchmarks.Load;
using Investr.TestKit;

namespace Investr.Benchmarks.Prices;

/// <summary>Prices to a thousand sockets that each watch symbols of their own: the API beside a bare broadcast of the same bytes.</summary>
internal static class PriceFanout
{
    private const int Sockets = 1000;
    private const int SymbolsEach = 20;
    private const int Symbols = 200;
    private const int WarmUpSeconds = 10;

    /// <summary>Measures both in turn, and prints a Markdown table.</summary>
    public static async Task RunAsync(int rounds, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("investr-prices-").FullName;
        try
        {
            var apiServer = await ServerProcess.StartUnboundAsync("api-prices", SettingsOf(folder));
            using var api = new PriceAudience(apiServer);
            using var floor = new PriceAudience(await ServerProcess.StartUnboundAsync("floor-prices"));
            var symbols = await SymbolsAsync(apiServer);
            PriceAudience[] audiences = [floor, api];
            foreach (var audience in audiences)
            {
                // Each its own list, the same ones at both servers.
                var random = new Random(20);
                await audience.GatherAsync(Enumerable.Range(0, Sockets).Select(_ => random.GetItems(symbols, Symbols).Distinct().Take(SymbolsEach).ToArray()));
                await audience.MeasureAsync(symbols, WarmUpSeconds);
                audience.Forget();
            }

            for (var round = 0; round < rounds; round++)
            {
                foreach (var audience in audiences) await audience.MeasureAsync(symbols, seconds);
            }

            Print(audiences);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Name, string Value)[] SettingsOf(string folder) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("ConnectionStrings__Investr", $"Data Source={Path.Combine(folder, "investr.db")}"),
        ("Jwt__SigningKeys", TestSecrets.SigningKeys()),
        ("Protection__Key", TestSecrets.ProtectionKey()),
        ("Demo__Enabled", "false"),
        ("RateLimits__Enabled", "false"),
        // Its own market stands still meanwhile.
        ("MarketData__Simulated__TickInterval", "01:00:00"),
    ];

    private static async Task<string[]> SymbolsAsync(ServerProcess api)
    {
        var answer = JsonElement.Parse(await api.PostAsync($$"""{"query":"{ assets(first: {{Symbols}}) { nodes { symbol } } }"}"""));
        return [.. answer.GetProperty("data").GetProperty("assets").GetProperty("nodes").EnumerateArray().Select(asset => asset.GetProperty("symbol").GetString()!)];
    }

    private static void Print(PriceAudience[] audiences)
    {
        Console.WriteLine("| server | messages due | delivered | superseded | p50 ms | p99 ms | most ms | CPU µs a message | heap kB an idle subscriber | resident kB an idle subscriber |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var audience in audiences)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {audience.Name} | {audience.Due} | {audience.Latencies.Length} | {audience.Due - audience.Latencies.Length} | {audience.LatencyOf(0.5):0.0} | {audience.LatencyOf(0.99):0.0} | {audience.LatencyOf(1):0.0} | {audience.CpuMicroseconds:0.0} | {audience.HeapEach / 1000:0.0} | {audience.ResidentEach / 1000:0.0} |"));
        }
    }
}
