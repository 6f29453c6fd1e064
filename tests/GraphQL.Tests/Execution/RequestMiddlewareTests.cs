using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class RequestMiddlewareTests
{
    private readonly List<string> _seen = [];

    private async Task<IExecutionResult> Execute(string query, object? variables, Action<IRequestExecutorBuilder> put)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_seen).AddScoped<Caller>();
        put(services.AddGraphQLServer().AddType(typeof(Query)));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query, variables);
    }

    private async Task<string> Ask(string query, Action<IRequestExecutorBuilder> put, object? variables = null)
    {
        using var result = await Execute(query, variables, put);
        return result.ToJson();
    }

    private sealed class Caller
    {
        public string Name => "Ada";
    }

    [QueryType]
    private static class Query
    {
        public static string Hello(IResolverContext context, string? name = null) => $"hello {name ?? context.ContextData["name"]}";

        public static int Broken() => throw new InvalidOperationException("It is broken.");
    }

    private RequestMiddleware Telling(string name) => next => async context =>
    {
        _seen.Add($"{name}: {context.Operation?.Name?.Value ?? "?"}");
        await next(context);
        _seen.Add($"{name}: {((OperationResult)context.Result!).Kind}");
    };

    [Fact]
    public async Task Steps_stand_in_front_of_the_executors_own_and_around_each_other()
    {
        await Ask("query Greet { hello(name: \"Ada\") }", builder => builder
            .UseRequest(Telling("before execution"), RequestStep.Execution)
            .UseRequest(Telling("first"))
            .UseRequest(Telling("second"))
            .UseRequest(Telling("before operation"), RequestStep.Operation)
            .UseRequest(Telling("before variables"), RequestStep.Variables));

        Assert.Equal(
            [
                "first: ?", "second: ?", "before operation: ?", "before variables: Greet", "before execution: Greet",
                "before execution: Executed", "before variables: Executed", "before operation: Executed", "second: Executed", "first: Executed",
            ],
            _seen);
    }

    [Theory]
    [InlineData("query Greet {", null, "first: ?|first: RequestError")]
    [InlineData("query Greet { unknown }", null, "first: ?|first: RequestError")]
    [InlineData("query Greet($name: String) { hello(name: $name) }", """{"name":1}""", "first: ?|operation: Greet|operation: RequestError|first: RequestError")]
    public async Task What_is_wrong_with_a_request_is_an_answer_to_the_steps_before(string query, string? variables, string seen)
    {
        await Ask(query, builder => builder.UseRequest(Telling("first")).UseRequest(Telling("operation"), RequestStep.Variables), variables);

        Assert.Equal(seen, string.Join('|', _seen));
    }

    [Fact]
    public async Task A_class_is_a_step_with_services_of_the_application_and_of_the_request()
    {
        Assert.Equal("""{"data":{"hello":"hello Ada"}}""", await Ask("{ hello }", builder => builder.UseRequest<NamingMiddleware>()));
        Assert.Equal(["Executed"], _seen);
    }

    private sealed class NamingMiddleware(RequestDelegate next, List<string> seen)
    {
        public async Task InvokeAsync(IRequestContext context, Caller caller)
        {
            await Task.Yield();
            context.ContextData["name"] = caller.Name;
            await next(context);
            seen.Add(((OperationResult)context.Result!).Kind.ToString());
        }
    }

    [Fact]
    public async Task A_step_puts_another_request_in_the_place_of_one() => Assert.Equal(
        """{"data":{"hello":"hello you"}}""",
        await Ask("{ broken }", builder => builder.UseRequest(next => context =>
        {
            context.Request = context.Request with { Query = "{ hello(name: \"you\") }"u8.ToArray() };
            return next(context);
        })));

    [Fact]
    public async Task A_step_refuses_by_answering_or_by_throwing()
    {
        using var answered = (OperationResult)await Execute("{ hello }", null, builder => builder.UseRequest(_ => context =>
        {
            context.Refuse(new GraphQLError("Closed."));
            return default;
        }));
        using var thrown = (OperationResult)await Execute(
            "{ hello }", null, builder => builder.UseRequest(_ => _ => throw new GraphQLException("Closed."), RequestStep.Cost));

        Assert.Equal((ResultKind.RequestError, """{"errors":[{"message":"Closed."}]}"""), (answered.Kind, answered.ToJson()));
        Assert.Equal((answered.Kind, answered.ToJson()), (thrown.Kind, thrown.ToJson()));
    }

    [Fact]
    public async Task A_step_that_neither_answers_nor_goes_on_is_a_failure()
    {
        var answer = Answer.Of(await Ask("{ hello }", builder => builder.UseRequest(_ => _ => default)));

        Assert.Equal(["Unexpected Execution Error"], answer.Messages);
    }
}
