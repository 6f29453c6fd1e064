using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Investr.Api.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Investr.Api.Tests.Hosting;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("graphql_operation_duration_seconds_count{graphql_operation_type=\"mutation\"} ")]
    [InlineData("graphql_dataloader_batch_size_bucket{")]
    [InlineData("graphql_errors_total{")]
    [InlineData("db_client_operation_duration_seconds_bucket{failed=\"False\",le=\"+Inf\"} ")]
    [InlineData("http_server_request_duration_seconds_count{")]
    [InlineData("dotnet_gc_collections_total{")]
    public async Task Prometheus_can_fetch_what_was_measured(string line)
    {
        await using var api = new TestApi();
        await api.InitializeAsync();
        var ada = await api.SignUpAsync();
        await ada.RecordAsync(await ada.CreatePortfolioAsync(), "{ type: DEPOSIT, tradeDate: \"2024-01-02\", amount: \"1\" }");
        await ada.AskAsync("{ portfolios { nodes { name transactions { nodes { tradeDate recordedBy { displayName } } } } } }");
        await ada.AskAsync("{ nonsense }");

        using var response = await api.Nobody.GetAsync("/metrics");
        var metrics = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(line, metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_its_operation_and_its_statements_are_spans_of_one_trace()
    {
        var spans = new ConcurrentQueue<Activity>();
        var trace = ActivityTraceId.CreateRandom();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Investr.GraphQL" or "Investr.Sql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace) spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var api = new TestApi();
        await api.InitializeAsync();

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Address, "/graphql"));
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        request.Content = new StringContent("""{ "query": "query Find { searchAssets(term: \"AAPL\") { symbol } }" }""", Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();

        // The host ends its span after the answer is out; disposing of it waits for that.
        await api.DisposeAsync();
        var sent = spans.Single(span => span.Source.Name == "Microsoft.AspNetCore");
        var operation = spans.Single(span => span.Source.Name == "Investr.GraphQL");
        Assert.Equal(("POST /graphql", sent.SpanId), (sent.DisplayName.TrimEnd('/'), operation.ParentSpanId));
        Assert.Contains("SELECT", (string)spans.First(span => span.Source.Name == "Investr.Sql").GetTagItem("db.query.text")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_gets_the_spans_where_one_is_named()
    {
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = Collector(received);
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        await using (var api = new TestApi(("Telemetry:OtlpEndpoint", address)))
        {
            await api.InitializeAsync();
            await api.Nobody.AskAsync("{ __typename }");
        }

        var spans = await received.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("POST /graphql", spans, StringComparison.Ordinal);
    }

    // Strings are in clear in the protocol's bytes.
    private static WebApplication Collector(TaskCompletionSource<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/v1/metrics", () => Results.Ok());
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            var spans = await reader.ReadToEndAsync();
            if (spans.Contains("Investr.GraphQL", StringComparison.Ordinal)) received.TrySetResult(spans);
        });
        return collector;
    }
}
