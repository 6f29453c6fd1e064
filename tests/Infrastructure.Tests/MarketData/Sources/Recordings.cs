using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

/// <summary>What providers once answered, for tests that go through all of it.</summary>
internal static class Recordings
{
    /// <summary>An answer by its id; the test is skipped where the samples are missing.</summary>
    internal static RecordedAnswer Of(string provider, string id) => All(provider)[id];

    /// <summary>That each answer which was recorded is either tried or one that we never ask for.</summary>
    internal static void AreAllTried(string provider, IEnumerable<string> tried, params string[] neverAsked) =>
        Assert.Equal(All(provider).Keys.Order(StringComparer.Ordinal), tried.Concat(neverAsked).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The messages of a WebSocket; the test is skipped where the samples are missing.</summary>
    internal static IReadOnlyList<string> Frames(string provider, string file)
    {
        var frames = RecordedAnswer.Frames(provider, file);
        Assert.SkipWhen(frames is null, $"shared/market-data/recorded/{provider}/{file} is missing.");
        return frames!;
    }

    private static IReadOnlyDictionary<string, RecordedAnswer> All(string provider)
    {
        var answers = RecordedAnswer.Of(provider);
        Assert.SkipWhen(answers is null, $"shared/market-data/recorded/{provider} is missing.");
        return answers!;
    }
}
