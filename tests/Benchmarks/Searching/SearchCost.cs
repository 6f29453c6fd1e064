using System.Diagnostics;
using System.Globalization;
using Investr.Domain.Market;
using Investr.Infrastructure.Searching;

namespace Investr.Benchmarks.Searching;

/// <summary>How long the search for assets takes over 100,000 of them, and how much memory the index has.</summary>
internal static class SearchCost
{
    private const int Assets = 100_000;
    private const int Searches = 2_000;
    private const int Most = 10;

    private static readonly string[] Words =
    [
        "Global", "American", "First", "Pacific", "National", "United", "Advanced", "General", "Northern", "Capital", "Energy", "Financial",
        "Industries", "Technology", "Holdings", "Pharmaceuticals", "Semiconductor", "Insurance", "Resources", "Properties", "Communications",
        "Partners", "Systems", "Materials", "Bancorp", "Electric", "Motors", "Mining", "Software", "Logistics",
    ];

    public static void Run()
    {
        var random = new Random(17);
        var assets = Enumerable.Range(0, Assets).Select(i => Generated(i, random)).ToArray();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var index = new AssetIndex(assets);
        var built = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Assets:N0} assets: built in {built.TotalSeconds:0.00} s, {memory / 1048576.0:0.0} MiB"));
        Console.WriteLine();
        Console.WriteLine("| typed | median ms | p99 ms | allocated kB |");
        Console.WriteLine("|---|---:|---:|---:|");
        Measure("one letter", asset => asset.Name[..1]);
        Measure("a symbol", asset => asset.Symbol);
        Measure("an ISIN", asset => asset.Isin!);
        Measure("the beginning of a name", asset => asset.Name[..5]);
        Measure("three words in another order", asset => string.Join(' ', asset.Name.Split(' ').Reverse()));
        Measure("one word with a typo", asset => Mistyped(asset.Name.Split(' ')[0], random));
        Measure("three words, each with a typo", asset => string.Join(' ', asset.Name.Split(' ').Select(word => Mistyped(word, random))));
        Measure("what nobody is called", _ => "qwrtzpsdfg xcvbnmlkjh");
        GC.KeepAlive(assets);

        void Measure(string what, Func<SearchedAsset, string> typed)
        {
            var terms = Enumerable.Range(0, Searches).Select(_ => typed(assets[random.Next(Assets)])).ToArray();
            foreach (var term in terms.Take(200)) index.Find(AssetQuery.Of(term), Most);

            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var times = terms.Select(term => TimeOf(index, term)).Order().ToArray();
            allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Searches;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {what} | {times[Searches / 2]:0.00} | {times[Searches * 99 / 100]:0.00} | {allocated / 1024} |"));
        }
    }

    private static double TimeOf(AssetIndex index, string term)
    {
        var started = Stopwatch.GetTimestamp();
        index.Find(AssetQuery.Of(term), Most);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static SearchedAsset Generated(int number, Random random)
    {
        var symbol = new string([.. Enumerable.Range(0, 4).Select(place => (char)('A' + (number / (int)Math.Pow(26, place) % 26)))]);
        var name = $"{Invented(random)} {Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}";
        return new(new AssetId(Guid.NewGuid()), symbol, name, $"US{number:D9}{number % 10}", (AssetType)(number % 4));
    }

    // Names as they are invented: two to four syllables; about 40,000 of them.
    private static string Invented(Random random)
    {
        const string Consonants = "bcdfglmnprstvz";
        const string Vowels = "aeiou";
        var syllables = Enumerable.Range(0, random.Next(2, 5))
            .Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}");
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Concat(syllables));
    }

    private static string Mistyped(string word, Random random) =>
        word.Insert(random.Next(1, word.Length), ((char)('a' + random.Next(26))).ToString());
}
