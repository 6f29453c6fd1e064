using Investr.GraphQL.Subscriptions;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Subscriptions;

public sealed class TopicEventTests : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TopicEventTests()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Queries)).AddType(typeof(Events)).AddInMemorySubscriptions();
        _services = services.BuildServiceProvider();
    }

    public sealed record Order(string Id, int Quantity);

    [QueryType]
    public static class Queries
    {
        public static int GetOne() => 1;
    }

    [SubscriptionType]
    public static class Events
    {
        [Subscribe]
        public static Order OnOrder([EventMessage] Order order) => order;

        [Subscribe]
        [Topic("orders of {symbol}")]
        public static int Quantity(string symbol, [EventMessage] Order order) => order.Quantity + symbol.Length;
    }

    [Fact]
    public async Task A_topic_is_called_as_the_method_unless_it_has_a_name_of_its_own()
    {
        await using var orders = await SubscribeAsync("subscription { onOrder { id quantity } }");
        await using var ofAcme = await SubscribeAsync("""subscription { quantity(symbol: "ACME") }""");
        var sender = _services.GetRequiredService<ITopicEventSender>();

        await sender.SendAsync("orders of ACME", new Order("a", 3), TestContext.Current.CancellationToken);
        await sender.SendAsync("orders of OTHER", new Order("b", 30), TestContext.Current.CancellationToken);
        await sender.SendAsync("orders of ACME", new Order("c", 5), TestContext.Current.CancellationToken);
        await sender.SendAsync(nameof(Events.OnOrder), new Order("d", 7), TestContext.Current.CancellationToken);

        // The quantity and the four letters of the symbol.
        Assert.Equal("""{"data":{"quantity":7}}""", await ofAcme.NextAsync());
        Assert.Equal("""{"data":{"quantity":9}}""", await ofAcme.NextAsync());
        Assert.Equal("""{"data":{"onOrder":{"id":"d","quantity":7}}}""", await orders.NextAsync());
    }

    [Fact]
    public async Task Topics_that_nobody_reads_do_not_pile_up()
    {
        var topics = new InMemoryTopics(64);

        for (var i = 0; i < 1_000; i++)
        {
            await using var reader = (await topics.SubscribeAsync<Order>($"topic {i}", TestContext.Current.CancellationToken))
                .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        }

        Assert.InRange(topics.Count, 1, 64);
    }

    [Fact]
    public async Task A_topic_that_is_read_stays_and_one_that_is_not_forgets()
    {
        var topics = new InMemoryTopics(64);
        await topics.SendAsync("kept", new Order("before", 1), TestContext.Current.CancellationToken);
        await using var reader = (await topics.SubscribeAsync<Order>("kept", TestContext.Current.CancellationToken))
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < 200; i++)
        {
            await using var other = (await topics.SubscribeAsync<Order>($"topic {i}", TestContext.Current.CancellationToken))
                .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        }

        await topics.SendAsync("kept", new Order("after", 1), TestContext.Current.CancellationToken);

        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("after", reader.Current.Id);
    }

    [Fact]
    public void A_topic_that_asks_for_an_argument_that_is_not_there_is_a_fault_of_the_schema()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Queries)).AddType(typeof(Misspelt)).AddInMemorySubscriptions();
        using var provider = services.BuildServiceProvider();

        var fault = Assert.Single(Assert.Throws<SchemaException>(() => provider.GetRequiredService<Schema>()).Faults);

        Assert.Equal("Subscription.quantity", fault.Coordinate);
        Assert.Contains("names an argument sybmol", fault.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [SubscriptionType]
    public static class Misspelt
    {
        [Subscribe]
        [Topic("orders of {sybmol}")]
        public static int Quantity(string symbol, [EventMessage] Order order) => order.Quantity + symbol.Length;
    }

    private async Task<Reading> SubscribeAsync(string query)
    {
        var stream = (ResponseStream)await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            _services, query, cancellationToken: TestContext.Current.CancellationToken);
        return new(stream.ReadResultsAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken));
    }

    private sealed class Reading(IAsyncEnumerator<OperationResult> results) : IAsyncDisposable
    {
        public async Task<string> NextAsync()
        {
            Assert.True(await results.MoveNextAsync());
            using var result = results.Current;
            return result.ToJson();
        }

        public ValueTask DisposeAsync() => results.DisposeAsync();
    }
}
