namespace Investr.GraphQL.Tests.Subscriptions;

public sealed class TopicTests
{
    private readonly Topic<string> _topic = new(capacity: 3);

    [Fact]
    public async Task Everyone_who_reads_gets_every_event_in_its_order()
    {
        await using var first = _topic.ReadAsync().GetAsyncEnumerator();
        await using var second = _topic.ReadAsync().GetAsyncEnumerator();
        foreach (var text in new[] { "a", "b", "c" })
        {
            var (toFirst, toSecond) = (first.MoveNextAsync().AsTask(), second.MoveNextAsync().AsTask());
            _topic.Publish(text);

            Assert.True(await toFirst && await toSecond);
            Assert.Equal((text, text), (first.Current, second.Current));
        }
    }

    [Fact]
    public async Task A_slow_reader_misses_the_oldest_and_holds_nobody_up()
    {
        await using var slow = _topic.ReadAsync().GetAsyncEnumerator();
        await using var quick = _topic.ReadAsync().GetAsyncEnumerator();
        for (var i = 1; i <= 5; i++)
        {
            var next = quick.MoveNextAsync();
            _topic.Publish($"{i}");
            Assert.True(await next);
        }

        // Three wait for it at most: 1 and 2 are gone.
        Assert.Equal(["3", "4", "5"], [await NextAsync(slow), await NextAsync(slow), await NextAsync(slow)]);
    }

    [Fact]
    public async Task Who_disposes_reads_no_more_and_is_forgotten()
    {
        var reader = _topic.ReadAsync().GetAsyncEnumerator();
        Assert.Equal(1, _topic.Readers);

        var waiting = reader.MoveNextAsync();
        await reader.DisposeAsync();

        Assert.False(await waiting);
        Assert.False(await reader.MoveNextAsync());
        Assert.Equal(0, _topic.Readers);
    }

    [Fact]
    public async Task A_token_that_ends_ends_the_reading()
    {
        using var ending = new CancellationTokenSource();
        await using var reader = _topic.ReadAsync().GetAsyncEnumerator(ending.Token);

        var waiting = reader.MoveNextAsync();
        await ending.CancelAsync();

        Assert.False(await waiting);
        Assert.Equal(0, _topic.Readers);
    }

    [Fact]
    public async Task Nothing_is_lost_between_many_publishers_and_a_reader_that_keeps_up()
    {
        var topic = new Topic<string>(capacity: 10_000);
        await using var reader = topic.ReadAsync().GetAsyncEnumerator();
        var publishers = Enumerable.Range(0, 4).Select(publisher => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) topic.Publish($"{publisher}:{i}");
        }));
        var reading = Task.Run(async () =>
        {
            var seen = new HashSet<string>();
            while (seen.Count < 4000) Assert.True(seen.Add(await NextAsync(reader)));
            return seen;
        });

        await Task.WhenAll(publishers);

        Assert.Equal(4000, (await reading.WaitAsync(TimeSpan.FromSeconds(60))).Count);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<string> reader)
    {
        Assert.True(await reader.MoveNextAsync());
        return reader.Current;
    }
}
