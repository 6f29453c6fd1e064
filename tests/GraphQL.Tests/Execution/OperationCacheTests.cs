using System.Globalization;
using System.Text;
using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Tests.Execution;

public sealed class OperationCacheTests
{
    [Fact]
    public void What_was_not_asked_for_goes_first()
    {
        // A weight of 1 kB + 16 × 2 bytes an entry: three fit into 3,200 bytes, four do not.
        var cache = new OperationCache<string>(3_200);
        foreach (var name in new[] { "q1", "q2", "q3" }) cache.Add(Encoding.UTF8.GetBytes(name), false, null, name);
        Assert.Equal("q1", cache.Find("q1"u8, false, null));

        cache.Add("q4"u8, false, null, "q4");

        Assert.Null(cache.Find("q2"u8, false, null));
        Assert.Equal("q1", cache.Find("q1"u8, false, null));
        Assert.Equal("q4", cache.Find("q4"u8, false, null));
        Assert.Equal(3, cache.Count);
    }

    [Fact]
    public void A_key_is_the_bytes_their_escaping_and_the_operation()
    {
        var cache = new OperationCache<string>(100_000);
        cache.Add("q"u8, false, null, "plain");
        cache.Add("q"u8, true, null, "escaped");
        cache.Add("q"u8, false, "Op", "named");
        cache.Add("q"u8, false, "Op", "late");

        Assert.Equal("plain", cache.Find("q"u8, false, null));
        Assert.Equal("escaped", cache.Find("q"u8, true, null));
        Assert.Equal("named", cache.Find("q"u8, false, "Op"));
        Assert.Null(cache.Find("Q"u8, false, null));
    }

    [Fact]
    public void What_is_larger_than_the_whole_is_not_kept()
    {
        var cache = new OperationCache<string>(2_000);
        cache.Add(new byte[1_000], false, null, "large");

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public async Task Eviction_never_changes_an_answer()
    {
        var server = new TestServer("type Query { a(n: Int): Int b: Query }").On("Query.a", frame => frame.Arguments[0]).On("Query.b", _ => 1);
        server.Options.DocumentCacheBytes = 10_000;
        using var running = server.Start();
        var random = new Random(7);

        for (var i = 0; i < 500; i++)
        {
            var n = random.Next(40);
            var query = string.Create(CultureInfo.InvariantCulture, $"query ($s: Boolean!) {{ a(n: {n}) b @skip(if: $s) {{ x{n}: a(n: {n}) }} }}");
            var skip = random.Next(2) == 0;

            var asked = skip ? "" : string.Create(CultureInfo.InvariantCulture, $",\"b\":{{\"x{n}\":{n}}}");
            var expected = string.Create(CultureInfo.InvariantCulture, $"{{\"data\":{{\"a\":{n}{asked}}}}}");
            Assert.Equal(expected, await running.AskAsync(query, new { s = skip }));
        }
    }
}
