using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Investr.DataLoader;
using Investr.GraphQL.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Diagnostics;

// Activities and instruments are the process's: each test looks at what bears its own operation's name, or at its own server's meter.
public sealed class TelemetryTests : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private string _answer = "";

    public TelemetryTests()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Queries)).AddDataLoader<Doubles, Doubles>();
        _services = services.BuildServiceProvider();
    }

    [QueryType]
    public static class Queries
    {
        public static async Task<int> GetDoubleAsync(int of, [Service] Doubles doubles, CancellationToken cancellationToken) =>
            await doubles.LoadRequiredAsync(of, cancellationToken);

        public static int GetBroken() => throw new InvalidOperationException("It broke.");
    }

    public sealed class Doubles(IBatchScheduler scheduler) : BatchDataLoader<int, object>(scheduler)
    {
        public async Task<int> LoadRequiredAsync(int key, CancellationToken cancellationToken) => (int)(await LoadAsync(key, cancellationToken))!;

        protected override Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, object>>(keys.ToDictionary(key => key, object (key) => 2 * key));
    }

    [Fact]
    public async Task A_request_is_an_activity_named_by_its_kind_alone()
    {
        const string Query = "query Traced { a: double(of: 1) b: double(of: 2) }";

        var activity = Assert.Single(await ListenAsync(Query), activity => Name(activity) == "Traced");

        Assert.Equal(("query", ActivityStatusCode.Unset), (activity.DisplayName, activity.Status));
        Assert.Equal("query", activity.GetTagItem("graphql.operation.type"));
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Query)))}", activity.GetTagItem("graphql.document.hash"));
        var batch = Assert.Single(activity.Events);
        Assert.Equal(new KeyValuePair<string, object?>("graphql.dataloader.batch.size", 2), Assert.Single(batch.Tags));
    }

    [Fact]
    public async Task What_the_client_is_told_of_a_failure_names_its_trace()
    {
        var activity = Assert.Single(await ListenAsync("query Failing { broken }"), activity => Name(activity) == "Failing");

        Assert.Equal((ActivityStatusCode.Error, ErrorCodes.UnexpectedError), (activity.Status, activity.StatusDescription));
        Assert.Equal("exception", Assert.Single(activity.Events).Name);
        Assert.Contains($"\"traceId\":\"{activity.TraceId.ToHexString()}\"", _answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instruments_tell_durations_costs_batches_and_errors()
    {
        var measured = new List<(string Instrument, double Value, string? Tag)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GraphQLTelemetry.Name) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();

        await AskAsync("{ a: double(of: 1) b: double(of: 2) c: double(of: 3) }");
        await AskAsync("{ nothing }");
        await AskAsync("{ broken }");

        lock (measured)
        {
            Assert.Contains(measured, one => one is { Instrument: "graphql.operation.duration", Value: > 0, Tag: "query" });
            Assert.Contains(("graphql.operation.field_cost", 30, "query"), measured);
            Assert.Contains(("graphql.dataloader.batch.size", 3, null), measured);
            Assert.Contains(("graphql.errors", 1, ErrorCodes.ValidationError), measured);
            Assert.Contains(("graphql.errors", 1, ErrorCodes.UnexpectedError), measured);
        }

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var tag = tags.IsEmpty ? null : tags[0].Value as string;
            lock (measured) measured.Add((instrument.Name, value, tag));
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string? Name(Activity activity) => activity.GetTagItem("graphql.operation.name") as string;

    private async Task<IReadOnlyList<Activity>> ListenAsync(string query)
    {
        var stopped = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (stopped) stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await AskAsync(query);
        lock (stopped) return [.. stopped];
    }

    private async Task AskAsync(string query)
    {
        await using var scope = _services.CreateAsyncScope();
        using var result = await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            scope.ServiceProvider, query, cancellationToken: TestContext.Current.CancellationToken);
        _answer = result.ToJson();
    }
}
