using Investr.DataLoader;
using Investr.GraphQL.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.DataLoader;

public sealed class LoaderDiagnosticsTests
{
    private readonly ManualScheduler _scheduler = new();

    [Fact]
    public async Task A_fetch_is_told_from_its_start_to_its_end_with_its_values()
    {
        var heard = new Heard();
        var loader = new Squares(_scheduler, new() { DiagnosticEvents = heard });

        _ = loader.LoadAsync([1, -1, 2]);
        await _scheduler.DispatchAllAsync();

        Assert.Equal(["Squares 1,-1,2", "found 1,,4", "end"], heard.Told);
    }

    [Fact]
    public async Task A_failure_is_told_with_its_keys()
    {
        var heard = new Heard();
        var loader = new Squares(_scheduler, new() { DiagnosticEvents = heard }) { Failure = new TimeoutException("Too late.") };

        var answer = loader.LoadAsync(3);
        await _scheduler.DispatchAllAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => answer);
        Assert.Equal(["Squares 3", "3 failed: Too late.", "end"], heard.Told);
    }

    [Fact]
    public async Task A_key_that_is_known_is_told_each_time_it_is_asked_for_again()
    {
        var heard = new Heard();
        var loader = new Squares(_scheduler, new() { DiagnosticEvents = heard });

        _ = loader.LoadAsync(1);
        _ = loader.LoadAsync([1, 2]);
        await _scheduler.DispatchAllAsync();
        await loader.LoadAsync(2);

        Assert.Equal(["known 1", "Squares 1,2", "found 1,4", "end", "known 2"], heard.Told);
    }

    [Fact]
    public async Task One_class_hears_an_executor_and_the_loaders_of_its_requests()
    {
        var collection = new ServiceCollection().AddScoped<Squares>();
        collection.AddGraphQLServer().AddType(typeof(SquareQueries)).AddDiagnosticEventListener<HeardOfAll>().AddDiagnosticEventListener<Heard>();
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, "{ a: square(of: 2) b: square(of: 3) }");

        Assert.Equal("""{"data":{"a":"4","b":"9"}}""", result.ToJson());
        Assert.Equal(["query", "2 keys", "end of them"], services.GetRequiredService<HeardOfAll>().Told);
        Assert.Equal(["Squares 2,3", "found 4,9", "end"], services.GetRequiredService<Heard>().Told);
    }

    [QueryType]
    internal static class SquareQueries
    {
        public static Task<string?> Square(int of, [Service] Squares squares) => squares.LoadAsync(of);
    }

    private sealed class Heard : DataLoaderDiagnosticEventListener
    {
        public List<string> Told { get; } = [];

        public override IDisposable? ExecuteBatch<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys)
        {
            Told.Add($"{loader.GetType().Name} {string.Join(',', keys)}");
            return new End(() => Told.Add("end"));
        }

        public override void BatchResults<TKey, TValue>(IDataLoader loader, IReadOnlyList<TKey> keys, ReadOnlySpan<TValue?> values)
            where TValue : default => Told.Add($"found {string.Join(',', values.ToArray())}");

        public override void BatchError<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys, Exception error) =>
            Told.Add($"{string.Join(',', keys)} failed: {error.Message}");

        public override void ResolvedTaskFromCache<TKey>(IDataLoader loader, TKey key) => Told.Add($"known {key}");
    }

    private sealed class HeardOfAll : ExecutionEvents, IDataLoaderDiagnosticEvents
    {
        public List<string> Told { get; } = [];

        public override void OperationFound(OperationRequest request, OperationDescription operation) => Told.Add(operation.Type);

        public IDisposable? ExecuteBatch<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys) where TKey : notnull
        {
            Told.Add($"{keys.Count} keys");
            return new End(() => Told.Add("end of them"));
        }

        public void BatchResults<TKey, TValue>(IDataLoader loader, IReadOnlyList<TKey> keys, ReadOnlySpan<TValue?> values) where TKey : notnull
        {
        }

        public void BatchError<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull => Told.Add(error.Message);

        public void ResolvedTaskFromCache<TKey>(IDataLoader loader, TKey key) where TKey : notnull => Told.Add("known");
    }

    private sealed class End(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
