using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Subscriptions;

/// <summary>Each event counts how often it is asked, so the answers tell whether they were made once or for each subscriber.</summary>
public sealed class SharedAnswerTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = Services();

    private Topic<Message> Topic => _services.GetRequiredService<Topic<Message>>();

    [Theory]
    [InlineData("{ shared { asked } }")]
    [InlineData("{ shared { asked number __typename } }")]
    [InlineData("{ shared { asked times(by: 2) } }")]
    [InlineData("{ shared { asked publicName } }")]
    [InlineData("{ shared { asked next { number } } }")]
    public async Task Equal_subscribers_share_one_answer(string selection)
    {
        var (adas, bobs) = await AnswersAsync($"subscription {selection}", $"subscription {selection}");

        Assert.Equal(adas, bobs);
        Assert.Contains("\"asked\":1", adas, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ alone { asked } }")]
    [InlineData("{ shared { asked name } }")]
    [InlineData("{ shared { asked viewer } }")]
    [InlineData("{ shared { asked ofContext } }")]
    [InlineData("{ shared { asked guarded } }")]
    [InlineData("{ shared { asked next { viewer } } }")]
    [InlineData("{ shared { ...all } } fragment all on Message { asked ... on Message { viewer } }")]
    public async Task What_may_depend_on_who_asks_is_answered_for_each(string selection)
    {
        var (adas, bobs) = await AnswersAsync($"subscription {selection}", $"subscription {selection}");

        Assert.Equal([1, 2], new[] { Asked(adas), Asked(bobs) }.Order());
    }

    [Fact]
    public async Task Other_variables_are_another_answer()
    {
        const string query = "subscription($by: Int!) { shared { asked times(by: $by) } }";

        var (adas, bobs) = await AnswersAsync(query, query, """{"by":2}""", """{"by":3}""");

        // The event's number is 7: 14 and 21.
        Assert.Contains("\"times\":14", adas, StringComparison.Ordinal);
        Assert.Contains("\"times\":21", bobs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_begins_an_answer_may_go_without_taking_it_along()
    {
        await using var first = await SubscribeAsync("subscription { shared { asked slow } }", "ada");
        await using var second = await SubscribeAsync("subscription { shared { asked slow } }", "bob");
        var message = new Message(7);
        var (firsts, seconds) = (first.NextAsync(), second.NextAsync());

        Topic.Publish(message);
        await message.IsAsked.Task;
        await first.DisposeAsync();
        message.MayAnswer.SetResult("late");

        await firsts;
        Assert.Equal("""{"data":{"shared":{"asked":1,"slow":"late"}}}""", await seconds);
    }

    [Fact]
    public async Task The_last_subscriber_leaves_nothing_behind()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var one = await SubscribeAsync("subscription { shared { asked } }", "ada");
            await using var other = await SubscribeAsync("subscription { shared { asked } }", "bob");
            Assert.Equal(2, Topic.Readers);
        }

        Assert.Equal(0, Topic.Readers);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<(string Adas, string Bobs)> AnswersAsync(string adas, string bobs, string adasVariables = "", string bobsVariables = "")
    {
        await using var ada = await SubscribeAsync(adas, "ada", adasVariables);
        await using var bob = await SubscribeAsync(bobs, "bob", bobsVariables);
        var (first, second) = (ada.NextAsync(), bob.NextAsync());
        Topic.Publish(new(7));
        return ((await first)!, (await second)!);
    }

    private async Task<Subscriber> SubscribeAsync(string query, string user, string variables = "")
    {
        var scope = _services.CreateAsyncScope();
        var answer = await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(new()
        {
            Query = Encoding.UTF8.GetBytes(query),
            Variables = Encoding.UTF8.GetBytes(variables),
            Services = scope.ServiceProvider,
            User = new(new ClaimsIdentity([new(ClaimTypes.Name, user)], "test")),
            Allowed = AllowedOperations.Subscription,
        });
        return new(Assert.IsAssignableFrom<ResponseStream>(answer), scope);
    }

    private static int Asked(string answer) => int.Parse(answer[(answer.IndexOf("\"asked\":", StringComparison.Ordinal) + 8)..][..1], System.Globalization.CultureInfo.InvariantCulture);

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Topic<Message>>().AddSingleton<Names>();
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(Subscription)).AddType(typeof(MessageFields));
        return services.BuildServiceProvider();
    }

    private sealed class Subscriber(ResponseStream stream, AsyncServiceScope scope) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<OperationResult> _answers = stream.ReadResultsAsync().GetAsyncEnumerator();

        public async Task<string?> NextAsync()
        {
            if (!await _answers.MoveNextAsync()) return null;
            using var answer = _answers.Current;
            return answer.ToJson();
        }

        public async ValueTask DisposeAsync()
        {
            await stream.DisposeAsync();
            await scope.DisposeAsync();
        }
    }

    internal sealed class Message(int number)
    {
        private int _asked;

        public int Number => number;

        [GraphQLIgnore]
        public TaskCompletionSource IsAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [GraphQLIgnore]
        public TaskCompletionSource<string> MayAnswer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Ask() => Interlocked.Increment(ref _asked);
    }

    internal sealed class Names
    {
        public string Of(Message message) => $"Message {message.Number}";
    }

    [QueryType]
    internal static class Query
    {
        public static string Hello() => "world";
    }

    [SubscriptionType]
    internal static class Subscription
    {
        [Subscribe(With = nameof(Follow)), SameForAll]
        public static Message Shared([EventMessage] Message message) => message;

        [Subscribe(With = nameof(Follow))]
        public static Message Alone([EventMessage] Message message) => message;

        public static IAsyncEnumerable<Message> Follow(Topic<Message> topic) => topic.ReadAsync();
    }

    [ObjectType<Message>]
    internal static class MessageFields
    {
        public static int Asked([Parent] Message message) => message.Ask();

        public static int Times([Parent] Message message, int by) => message.Number * by;

        public static Message Next([Parent] Message message) => new(message.Number + 1);

        public static string Name([Parent] Message message, Names names) => names.Of(message);

        [SameForAll]
        public static string PublicName([Parent] Message message, Names names) => names.Of(message);

        public static string Viewer([Parent] Message message, ClaimsPrincipal user) => $"{user.Identity!.Name} of {message.Number}";

        public static string OfContext([Parent] Message message, IResolverContext context) => $"{context.Path} of {message.Number}";

        [Authorize]
        public static int Guarded([Parent] Message message) => message.Number;

        public static Task<string> SlowAsync([Parent] Message message)
        {
            message.IsAsked.TrySetResult();
            return message.MayAnswer.Task;
        }
    }
}
