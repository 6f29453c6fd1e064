using System.Security.Claims;
using Investr.DataLoader;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>A server made from a schema's text. Fields are read from dictionaries, unless a resolver is given for them by
/// <c>Type.field</c>.</summary>
/// <remarks>A value that is a task is awaited, an exception is thrown, a function is called; <c>__typename</c> names the type of an
/// abstract value.</remarks>
internal sealed class TestServer
{
    private readonly Dictionary<string, Func<ResolverFrame, object?>> _resolvers = [];
    private readonly Schema _schema;

    public TestServer(string sdl, params IReadOnlyList<ScalarType> scalars)
    {
        _schema = SchemaFromSdl.Build(sdl, scalars);
        _schema.TypeNameOf = value => (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("__typename") as string;
        foreach (var type in _schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields) field.Resolver = new WorldResolver(frame => ValueOf(type, field, frame));
        }

        foreach (var type in _schema.Types.OfType<InputObjectType>())
        {
            type.Create = fields => type.Fields
                .Zip(fields)
                .Where(pair => pair.Second != Missing.Value)
                .ToDictionary(pair => pair.First.Name, pair => pair.Second);
        }
    }

    // Worlds are made of few types, which lead to each other.
    public RequestOptions Options { get; } = new() { MaxFieldCycleDepth = 100 };

    public IServiceCollection Services { get; } = new ServiceCollection()
        .AddScoped<BatchScheduler>()
        .AddScoped<IBatchScheduler>(provider => provider.GetRequiredService<BatchScheduler>());

    public Events Heard { get; } = new();

    public List<IErrorFilter> Filters { get; } = [];

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public ClaimsPrincipal? User { get; set; }

    public Dictionary<string, object?> Root { get; } = [];

    public Schema Schema => _schema;

    public FieldDefinition Field(string coordinate) =>
        ((FieldsType)_schema.FindType(coordinate.Split('.')[0])!).FindField(coordinate.Split('.')[1])!;

    /// <summary>Answers a field by a function of its frame.</summary>
    public TestServer On(string coordinate, Func<ResolverFrame, object?> resolve)
    {
        _resolvers[coordinate] = resolve;
        return this;
    }

    /// <summary>Answers a field later.</summary>
    public TestServer On(string coordinate, Func<ResolverFrame, Task<object?>> resolve)
    {
        _resolvers[coordinate] = resolve;
        return this;
    }

    /// <summary>The executor; one for several requests.</summary>
    public RunningServer Start() => new(
        new RequestExecutor(_schema, Options, Filters, [Heard], Clock), Services.BuildServiceProvider(), this);

    /// <summary>One query's answer as JSON.</summary>
    public async Task<string> AskAsync(string query, object? variables = null)
    {
        using var server = Start();
        return await server.AskAsync(query, variables);
    }

    private object? ValueOf(ObjectType type, FieldDefinition field, ResolverFrame frame)
    {
        var value = _resolvers.TryGetValue($"{type.Name}.{field.Name}", out var resolve)
            ? resolve(frame)
            : ((frame.Parent ?? Root) as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(field.Name);
        return value is Func<object?> function ? function() : value;
    }

    private sealed class WorldResolver(Func<ResolverFrame, object?> resolve) : TaskResolver
    {
        public override Task? Resolve(ResolverFrame frame) => resolve(frame) switch
        {
            Exception failure => throw failure,
            Task task => task,
            null => null,
            var value => Task.FromResult<object?>(value),
        };

        public override object? ResultOf(Task task) => task.GetType().GetProperty("Result")!.GetValue(task) switch
        {
            Exception failure => throw failure,
            var value => value,
        };
    }
}

internal sealed class RunningServer(RequestExecutor executor, ServiceProvider services, TestServer server) : IDisposable
{
    public RequestExecutor Executor => executor;

    public async Task<string> AskAsync(
        string query,
        object? variables = null,
        string? operationName = null,
        CostMode cost = CostMode.Enforce,
        CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        using var result = await executor.ExecuteAsync(Request(scope.ServiceProvider, query, variables, operationName, cost), cancellationToken);
        return result.ToJson();
    }

    public async Task<IExecutionResult> ExecuteAsync(string query, CancellationToken cancellationToken = default) =>
        await executor.ExecuteAsync(Request(services, query, null, null), cancellationToken);

    /// <summary>The answer to a query whose client takes it in parts.</summary>
    public async Task<IExecutionResult> BeginAsync(string query, string variables = "{}", IncrementalFormat format = IncrementalFormat.Current) =>
        await executor.ExecuteAsync(Request(services, query, variables, null, incremental: format), CancellationToken.None);

    /// <summary>The answer to a query that may ask for the schema, or may not, unlike others.</summary>
    public async Task<string> AskAsync(string query, bool allowIntrospection, object? variables = null)
    {
        using var result = await executor.ExecuteAsync(Request(services, query, variables, null) with { AllowIntrospection = allowIntrospection });
        return result.ToJson();
    }

    public void Dispose()
    {
        executor.Dispose();
        services.Dispose();
    }

    private OperationRequest Request(
        IServiceProvider scope, string query, object? variables, string? operationName, CostMode cost = CostMode.Enforce, IncrementalFormat incremental = IncrementalFormat.Whole) => new()
        {
            CostMode = cost,
            Incremental = incremental,
            Query = System.Text.Encoding.UTF8.GetBytes(query),
            Variables = variables switch
            {
                null => default,
                string json => System.Text.Encoding.UTF8.GetBytes(json),
                _ => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(variables),
            },
            OperationName = operationName,
            Services = scope,
            User = server.User,
            Allowed = AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription,
        };
}

/// <summary>Remembers what an executor told its listeners.</summary>
internal sealed class Events : ExecutionEvents
{
    public List<int> Batches { get; } = [];

    public List<IError> Errors { get; } = [];

    public int Cancelled { get; private set; }

    public int SubscriptionsEnded { get; private set; }

    public override void BatchDispatched(int keys) => Batches.Add(keys);

    public override void ResolverError(IError error) => Errors.Add(error);

    public override void RequestCancelled(OperationRequest request) => Cancelled++;

    public override void SubscriptionEnded(OperationRequest request, Exception? failure) => SubscriptionsEnded++;
}
