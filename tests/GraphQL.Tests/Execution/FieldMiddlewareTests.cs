using System.Reflection;
using System.Runtime.CompilerServices;
using Investr.DataLoader;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class FieldMiddlewareTests
{
    private static async Task<string> Ask(string query, Action<IRequestExecutorBuilder>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Diary>().AddScoped<Reader>().AddScoped<WordLoader>();
        var builder = services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(Mutation)).AddType(typeof(WordFields));
        more?.Invoke(builder);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        using var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        return result.ToJson();
    }

    public sealed class Diary : List<string>;

    public sealed class Reader
    {
        public string Name => "Ada";
    }

    public sealed record WordId(Guid Value);

    public sealed record Word(int Id, [property: UseShout] string Text, [property: GraphQLIgnore] int Next);

    public sealed class WordLoader(IBatchScheduler scheduler) : BatchDataLoader<int, Word>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, Word>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, Word>>(keys.ToDictionary(key => key, key => new Word(key, $"word {key} of {keys.Count}", key + 1)));
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    private sealed class UseShoutAttribute : ObjectFieldDescriptorAttribute
    {
        public UseShoutAttribute([CallerLineNumber] int order = 0) => Order = order;

        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Description($"Loud {member?.Name}.").Use(next => async context =>
            {
                await next(context);
                context.Result = (context.Result as string)?.ToUpperInvariant();
            });
    }

    private sealed class UseSuffixAttribute : ObjectFieldDescriptorAttribute
    {
        private readonly string _suffix;

        public UseSuffixAttribute(string suffix, [CallerLineNumber] int order = 0) => (_suffix, Order) = (suffix, order);

        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => async context =>
            {
                await next(context);
                context.Result = $"{context.Result}{_suffix}";
            });
    }

    private sealed class UseDiaryAttribute : ObjectFieldDescriptorAttribute
    {
        public UseDiaryAttribute([CallerLineNumber] int order = 0) => Order = order;

        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use<DiaryMiddleware>();
    }

    private sealed class DiaryMiddleware(FieldDelegate next, Diary diary)
    {
        public async Task InvokeAsync(IMiddlewareContext context, Reader reader, WordId? none)
        {
            diary.Add($"{reader.Name} asks {context.ResponseName}{none}");
            await next(context);
            diary.Add($"{context.ResponseName}: {context.Result}");
        }
    }

    private sealed class UseWaitAttribute : ObjectFieldDescriptorAttribute
    {
        public UseWaitAttribute([CallerLineNumber] int order = 0) => Order = order;

        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => async context =>
            {
                await Task.Yield();
                await next(context);
            });
    }

    private sealed class UseLookAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => async context =>
            {
                await next(context);
                Assert.Equal(context.Parent<Word>().Id + 1, ((Word)context.Result!).Id);
            });
    }

    private sealed class UseDoublingAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => context =>
            {
                context.ReplaceArgument("number", context.ArgumentValue<int>("number") * 2);
                return next(context);
            });
    }

    private sealed class UseEchoAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => async context =>
            {
                var first = await context.ResolveAsync<string>();
                Assert.False(context.IsResultModified);
                context.Result = $"{first} once and {await context.ResolveAsync<string>()} again";
            });
    }

    private sealed class UseClosedAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(_ => context =>
            {
                context.Result = "closed";
                return default;
            });
    }

    private sealed class UseTakenAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Use(next => context => context.ArgumentValue<string>("title") == "taken" ? throw new TakenException() : next(context));
    }

    private sealed class HiddenAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => descriptor.Ignore();
    }

    public sealed class TakenException() : Exception("It is taken.");

    [QueryType]
    private static class Query
    {
        [UseShout]
        public static string Hello(string name = "world") => $"hello {name}";

        [UseSuffix(" outer")]
        [UseSuffix(" inner")]
        public static string Layers() => "core";

        [UseDiary]
        public static int Answer() => 42;

        public static string[] GetDiary(Diary diary) => [.. diary];

        [UseWait]
        [UseDoubling]
        public static int Number(int number) => number;

        [UseEcho]
        public static Task<string> Said() => Task.FromResult("said");

        [UseClosed]
        public static string Door() => throw new InvalidOperationException("The resolver is never asked.");

        [UseWait]
        public static string Broken() => throw new GraphQLException("It is broken.");

        [UseWait]
        [UsePaging]
        public static IReadOnlyList<Word> Words() => [new(1, "a", 2), new(2, "b", 3), new(3, "c", 4)];

        [Hidden]
        public static int Hidden() => 1;
    }

    [MutationType]
    private static class Mutation
    {
        [UseTaken]
        [Error<TakenException>]
        public static Word Publish(string title, int pages) => new(pages, title, 0);
    }

    [ObjectType<Word>]
    private static class WordFields
    {
        [UseLook]
        public static Task<Word?> GetNextAsync([Parent] Word word, WordLoader words, CancellationToken cancellationToken) =>
            words.LoadAsync(word.Next, cancellationToken);
    }

    [Fact]
    public async Task A_step_changes_what_the_resolver_found() => Assert.Equal("""{"data":{"hello":"HELLO ADA"}}""", await Ask("""{ hello(name: "Ada") }"""));

    [Fact]
    public async Task Steps_stand_around_each_other_as_they_are_written() =>
        Assert.Equal("""{"data":{"layers":"core inner outer"}}""", await Ask("{ layers }"));

    [Fact]
    public async Task A_class_is_a_step_with_services_of_the_application_and_of_the_request() =>
        Assert.Equal("""{"data":{"answer":42,"diary":["Ada asks answer","answer: 42"]}}""", await Ask("{ answer diary }"));

    [Fact]
    public async Task A_step_may_wait_before_it_calls_the_next_and_the_fields_beside_it_go_on() => Assert.Equal(
        """{"data":{"a":2,"b":8,"c":6,"layers":"core inner outer"}}""",
        await Ask("{ a: number(number: 1) b: number(number: 4) c: number(number: 3) layers }"));

    [Fact]
    public async Task The_resolver_can_be_asked_without_the_steps_to_come() =>
        Assert.Equal("""{"data":{"said":"said once and said again"}}""", await Ask("{ said }"));

    [Fact]
    public async Task A_step_that_answers_itself_spares_the_resolver() => Assert.Equal("""{"data":{"door":"closed"}}""", await Ask("{ door }"));

    [Fact]
    public async Task A_failure_goes_through_the_steps_to_its_field()
    {
        var answer = Answer.Of(await Ask("{ words { nodes { id } } broken }"));

        Assert.Equal("broken", Assert.Single(answer.Paths));
        Assert.Equal("It is broken.", Assert.Single(answer.Messages));
    }

    [Fact]
    public async Task Steps_before_paging_stand_around_the_page() =>
        Assert.Equal("""{"data":{"words":{"nodes":[{"id":1},{"id":2}],"totalCount":3}}}""", await Ask("{ words(first: 2) { nodes { id } totalCount } }"));

    [Fact]
    public async Task Siblings_behind_a_step_meet_in_one_batch() => Assert.Equal(
        """{"data":{"words":{"nodes":[{"text":"A","next":{"text":"WORD 2 OF 3"}},{"text":"B","next":{"text":"WORD 3 OF 3"}},{"text":"C","next":{"text":"WORD 4 OF 3"}}]}}}""",
        await Ask("{ words { nodes { text next { text } } } }"));

    [Fact]
    public async Task A_mutations_step_sees_its_arguments_and_its_named_errors_are_the_payloads()
    {
        Assert.Equal(
            """{"data":{"publish":{"word":{"id":3,"text":"EMMA"},"errors":null}}}""",
            await Ask("""mutation { publish(input: { title: "Emma", pages: 3 }) { word { id text } errors { ... on Error { message } } } }"""));
        Assert.Equal(
            """{"data":{"publish":{"word":null,"errors":[{"message":"It is taken."}]}}}""",
            await Ask("""mutation { publish(input: { title: "taken", pages: 3 }) { word { id } errors { ... on Error { message } } } }"""));
    }

    [Fact]
    public async Task A_step_of_the_schema_stands_around_every_field_outside_its_own()
    {
        var seen = new List<string>();
        var answer = await Ask(
            "{ words { nodes { text } pageInfo { hasNextPage } } layers __typename }",
            builder => builder
                .UseField(next => context =>
                {
                    lock (seen) seen.Add(context.Field.ToString());
                    return next(context);
                })
                .UseField<EverywhereMiddleware>());

        Assert.Equal(
            """{"data":{"words":{"nodes":[{"text":"[A]"},{"text":"[B]"},{"text":"[C]"}],"pageInfo":{"hasNextPage":false}},"layers":"[core inner outer]","__typename":"Query"}}""",
            answer);
        Assert.Equal(
            ["Query.words", "Query.layers", "WordsConnection.nodes", "Word.text", "Word.text", "Word.text", "WordsConnection.pageInfo", "PageInfo.hasNextPage"],
            seen);
    }

    private sealed class EverywhereMiddleware(FieldDelegate next)
    {
        public async ValueTask InvokeAsync(IMiddlewareContext context)
        {
            await next(context);
            if (context.Result is string text) context.Result = $"[{text}]";
        }
    }

    [Fact]
    public void An_attribute_describes_and_ignores()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Query));
        using var provider = services.AddSingleton<Diary>().BuildServiceProvider();
        var query = provider.GetRequiredService<Schema>().Query!;

        Assert.Equal("Loud Hello.", query.FindField("hello")!.Description);
        Assert.Null(query.FindField("hidden"));
    }

    [QueryType]
    private static class Disordered
    {
        [UseFiltering]
        [UsePaging]
        public static IReadOnlyList<Word> Inside() => [];

        [UseSorting]
        [UseFiltering]
        public static IReadOnlyList<Word> Sorted() => [];

        [UseNothing]
        public static int Misfit() => 1;
    }

    private sealed class UseNothingAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => descriptor.Use<Diary>();
    }

    [Fact]
    public void A_wrong_order_is_a_fault_of_the_schema()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Disordered));
        using var provider = services.BuildServiceProvider();
        var thrown = Assert.Throws<SchemaException>(provider.GetRequiredService<Schema>);

        Assert.Equal(
            [
                "Query.inside: [UsePaging] must be written before [UseFiltering], around which it works",
                "Query.sorted: [UseFiltering] must be written before [UseSorting], around which it works",
                "Query.misfit: Diary is no middleware: it needs a public InvokeAsync that takes an IMiddlewareContext and gives a task",
            ],
            thrown.Faults.Select(fault => fault.ToString()));
    }
}
