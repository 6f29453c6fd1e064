using System.Globalization;

namespace Investr.Benchmarks.Workload;

/// <summary>The rows, and a count of how often assets were fetched.</summary>
public sealed class WorkloadData
{
    private const int Holdings = 50;
    private const int ListLength = 1000;

    private readonly Dictionary<string, Asset> _assets;
    private long _batches;

    public WorkloadData()
    {
        var assets = Enumerable.Range(0, Holdings).Select(i => new Asset(AssetSymbol(i), $"Asset number {i}", PriceOf(i))).ToArray();
        _assets = assets.ToDictionary(asset => asset.Symbol, StringComparer.Ordinal);
        var holdings = assets.Select((asset, i) => new Holding(i + 1.5, (i + 1.5) * asset.Price, asset.Symbol)).ToArray();
        Portfolio = new("p1", "Core portfolio", holdings);
        Quotes = [.. Enumerable.Range(0, ListLength).Select(QuoteOf)];
    }

    public Portfolio Portfolio { get; }

    public IReadOnlyList<Quote> Quotes { get; }

    public long Batches => Interlocked.Read(ref _batches);

    public Asset FindAsset(string symbol) => _assets[symbol];

    /// <summary>The fetch behind the loader.</summary>
    public Dictionary<string, Asset> FetchAssets(IReadOnlyList<string> symbols)
    {
        Interlocked.Increment(ref _batches);
        var found = new Dictionary<string, Asset>(symbols.Count, StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            if (_assets.TryGetValue(symbol, out var asset)) found[symbol] = asset;
        }

        return found;
    }

    public static Tick TickOf(int seq) => new(seq, AssetSymbol(1), 100.5 + seq);

    private static double PriceOf(int i) => 100.5 + i * 1.25;

    private static string AssetSymbol(int i) => "A" + i.ToString("000", CultureInfo.InvariantCulture);

    private static Quote QuoteOf(int i) => new(
        i, "Q" + i.ToString("0000", CultureInfo.InvariantCulture), $"Quoted company number {i}", i % 2 == 0 ? "NYSE" : "NASDAQ",
        10.25 + i * 0.5, i % 7 - 3.5, 1000 + i * 17, i % 3 != 0);
}
