using Investr.Infrastructure.Searching;

namespace Investr.Infrastructure.Tests.Searching;

public sealed class TypoScanTests
{
    [Theory]
    [InlineData("apple", "APPLE", 0), InlineData("appl", "APPLE", 0), InlineData("aple", "APPLE", 1), InlineData("papel", "APPLE", 2)]
    [InlineData("apqle", "APPLE", 1), InlineData("appple", "APPLE", 1), InlineData("papple", "APPLE", 1), InlineData("paple", "APPLE", 1)]
    public void Letters_are_wrong_missing_too_many_or_swapped(string typed, string word, int typos) =>
        Assert.Equal(typos, new TypoScan(typed.ToUpperInvariant(), 2).Next(word));

    [Fact]
    public void A_scan_tells_of_each_word_what_one_of_that_word_alone_would()
    {
        // All words of up to five letters of three, in order, so that each kind of neighbour is met.
        var words = WordsOf(5).Order(StringComparer.Ordinal).ToArray();
        foreach (var typed in new[] { "ABCA", "CABBA", "BBCCAA" })
        {
            var scan = new TypoScan(typed, 2);
            Assert.All(words, word => Assert.Equal(Within(new TypoScan(typed, 2).Next(word)), Within(scan.Next(word))));
        }
    }

    // Over the most any number stands for too many.
    private static int Within(int typos) => Math.Min(typos, 3);

    private static IEnumerable<string> WordsOf(int letters) =>
        letters == 0 ? [""] : WordsOf(letters - 1).SelectMany(word => word.Length == letters - 1 ? (string[])[word, word + "A", word + "B", word + "C"] : [word]);
}
