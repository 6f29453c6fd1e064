using Investr.GraphQL.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Investr.GraphQL.Tests.Subscriptions;

/// <summary>Topics that go by a database from one process to others; here a process is an object with connections of its own.</summary>
public sealed class PostgresTopicTests(PrivatePostgres database) : IClassFixture<PrivatePostgres>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private PostgresTopics Process(Action<PostgresSubscriptionOptions>? change = null)
    {
        database.SkipWithout();
        var options = new PostgresSubscriptionOptions
        {
            ConnectionString = database.ConnectionString, TopicBufferCapacity = 1_000, ReconnectDelay = TimeSpan.FromMilliseconds(10),
        };
        change?.Invoke(options);
        return new(options, TimeProvider.System, NullLogger.Instance);
    }

    private static async Task<Reader> ReadAsync(PostgresTopics process, string topic) => new(await process.SubscribeAsync<Said>(topic, default));

    [Fact]
    public async Task All_processes_hear_what_each_sends_in_the_same_order()
    {
        await using var one = Process();
        await using var two = Process();
        await using var atOne = await ReadAsync(one, "order");
        await using var atTwo = await ReadAsync(two, "order");

        await Task.WhenAll(SendAsync(one, "one"), SendAsync(two, "two"));

        var heard = await atOne.TakeAsync(200);
        Assert.Equal(heard, await atTwo.TakeAsync(200));
        foreach (var sender in new[] { "one", "two" })
        {
            Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{sender} {number}"), heard.Where(text => text.StartsWith(sender, StringComparison.Ordinal)));
        }

        // All at once, so that many go in one transaction; their order is that of the calls.
        static Task SendAsync(PostgresTopics process, string sender) =>
            Task.WhenAll(Enumerable.Range(0, 100).Select(number => process.SendAsync("order", new Said($"{sender} {number}"), default).AsTask()));
    }

    [Fact]
    public async Task Equal_events_are_not_taken_for_one()
    {
        await using var process = Process();
        await using var reader = await ReadAsync(process, "equal");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => process.SendAsync("equal", new Said("same"), default).AsTask()));

        Assert.Equal(Enumerable.Repeat("same", 20), await reader.TakeAsync(20));
    }

    [Theory]
    [InlineData(7_000)]
    [InlineData(7_901)]
    [InlineData(300_000)]
    public async Task A_long_event_arrives_whole(int length)
    {
        await using var one = Process();
        await using var two = Process();
        await using var reader = await ReadAsync(two, "long");
        var text = string.Concat(Enumerable.Range(0, length / 10).Select(number => $"ä€ 'x\"{number % 1000:000}"));

        await Task.WhenAll(one.SendAsync("long", new Said(text), default).AsTask(), two.SendAsync("long", new Said("short"), default).AsTask());

        Assert.Equal(new[] { "short", text }.Order(StringComparer.Ordinal), (await reader.TakeAsync(2)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_event_that_is_too_long_is_refused_and_the_next_one_goes()
    {
        await using var process = Process(options => options.MaxMessageBytes = 100);
        await using var reader = await ReadAsync(process, "limit");

        await Assert.ThrowsAsync<ArgumentException>(() => process.SendAsync("limit", new Said(new('x', 200)), default).AsTask());
        await process.SendAsync("limit", new Said("fits"), default);

        Assert.Equal(["fits"], await reader.TakeAsync(1));
    }

    [Fact]
    public async Task Other_topics_other_types_and_what_is_no_event_are_not_heard()
    {
        await using var process = Process();
        await using var reader = await ReadAsync(process, "mine");

        await process.SendAsync("theirs", new Said("another topic"), default);
        await process.SendAsync("mine", new Shouted("another type"), default);
        await ExecuteAsync("NOTIFY graphql_topics, 'nonsense'; NOTIFY graphql_topics, 'me 1 2/3 half'; NOTIFY graphql_topics, 'me 2 1/1 {'");
        await process.SendAsync("mine", new Said("this"), default);

        Assert.Equal(["this"], await reader.TakeAsync(1));
    }

    [Fact]
    public async Task Another_channel_is_another_world()
    {
        await using var mine = Process();
        await using var other = Process(options => options.ChannelName = "an \"other\" channel");
        await using var reader = await ReadAsync(mine, "world");
        await using var there = await ReadAsync(other, "world");

        await other.SendAsync("world", new Said("there"), default);
        await mine.SendAsync("world", new Said("here"), default);

        Assert.Equal(["here"], await reader.TakeAsync(1));
        Assert.Equal(["there"], await there.TakeAsync(1));
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_made_again_and_its_readers_go_on()
    {
        await using var one = Process();
        await using var two = Process();
        await using var reader = await ReadAsync(two, "cut");

        await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");

        Assert.Equal("again", await HearAsync(one, reader, "cut"));
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_and_served_again_when_it_is_back()
    {
        await using var one = Process();
        await using var two = Process();
        await using var reader = await ReadAsync(two, "away");

        await database.StopAsync();
        try
        {
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => one.SendAsync("away", new Said("lost"), default).AsTask());
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => one.SubscribeAsync<Said>("away", default).AsTask());
        }
        finally
        {
            await database.StartAsync();
        }

        Assert.Equal("again", await HearAsync(one, reader, "away"));
    }

    [Fact]
    public async Task A_subscription_answers_events_that_another_process_sends()
    {
        database.SkipWithout();
        await using var here = Server();
        await using var there = Server();
        await using var scope = here.CreateAsyncScope();
        await using var stream = (ResponseStream)await here.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, "subscription { said { text } }");
        await using var answers = stream.ReadResultsAsync().GetAsyncEnumerator();
        var next = answers.MoveNextAsync().AsTask();

        await there.GetRequiredService<ITopicEventSender>().SendAsync("Said", new Said("hello"));

        Assert.True(await next.WaitAsync(Patience));
        Assert.Equal("""{"data":{"said":{"text":"hello"}}}""", answers.Current.ToJson());

        ServiceProvider Server()
        {
            var services = new ServiceCollection();
            services.AddGraphQLServer().AddType(typeof(SaidQueries)).AddType(typeof(SaidSubscriptions))
                .AddPostgresSubscriptions((_, options) => options.ConnectionString = database.ConnectionString);
            return services.BuildServiceProvider();
        }
    }

    // Sends until it is heard: when the connection is there again cannot be known from here.
    private static async Task<string> HearAsync(PostgresTopics sender, Reader reader, string topic)
    {
        using var patience = new CancellationTokenSource(Patience);
        var heard = reader.TakeAsync(1);
        while (!heard.IsCompleted)
        {
            try
            {
                await sender.SendAsync(topic, new Said("again"), patience.Token);
            }
            catch (NpgsqlException)
            {
                // It had a connection that was cut too.
            }

            await Task.WhenAny(heard, Task.Delay(20, patience.Token));
            patience.Token.ThrowIfCancellationRequested();
        }

        return (await heard)[0];
    }

    private async Task ExecuteAsync(string sql)
    {
        // One of its own: a pooled one may have been cut by the test before.
        await using var connection = new NpgsqlConnection($"{database.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public sealed record Said(string Text);

    public sealed record Shouted(string Text);

    [QueryType]
    internal static class SaidQueries
    {
        public static string Hello() => "world";
    }

    [SubscriptionType]
    internal static class SaidSubscriptions
    {
        [Subscribe]
        public static Said Said([EventMessage] Said said) => said;
    }

    private sealed class Reader(IAsyncEnumerable<Said> events) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<Said> _events = events.GetAsyncEnumerator();

        public async Task<IReadOnlyList<string>> TakeAsync(int count)
        {
            var taken = new List<string>();
            while (taken.Count < count && await _events.MoveNextAsync().AsTask().WaitAsync(Patience)) taken.Add(_events.Current.Text);
            return taken;
        }

        public ValueTask DisposeAsync() => _events.DisposeAsync();
    }
}
