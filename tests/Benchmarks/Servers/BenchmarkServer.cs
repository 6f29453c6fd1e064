using System.Globalization;
using Investr.Benchmarks.Workload;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Investr.Benchmarks.Servers;

/// <summary>What both servers share: the bare host, the counters, the publisher.</summary>
internal static class BenchmarkServer
{
    /// <summary>Serves at <c>ASPNETCORE_URLS</c>, or port 5210, until the process is ended.</summary>
    public static async Task RunAsync(Action<IServiceCollection> services, Action<WebApplication> endpoints)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null) builder.WebHost.UseUrls("http://127.0.0.1:5210");
        builder.Services.AddSingleton<WorkloadData>();
        services(builder.Services);
        var app = builder.Build();
        app.MapGet("/stats", (WorkloadData data, ITickPublisher ticks, bool collect = false) => Results.Text(Stats(data, ticks, collect), "application/json"));
        app.MapPost("/tick", async (int seq, ITickPublisher ticks) =>
        {
            await ticks.PublishAsync(WorkloadData.TickOf(seq));
            return "ok";
        });
        endpoints(app);
        await app.RunAsync();
    }

    private static string Stats(WorkloadData data, ITickPublisher ticks, bool collect) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"allocated":{{GC.GetTotalAllocatedBytes(precise: true)}},"gen0":{{GC.CollectionCount(0)}},"gen1":{{GC.CollectionCount(1)}},"gen2":{{GC.CollectionCount(2)}},"batches":{{data.Batches}},"heap":{{GC.GetTotalMemory(collect)}},"workingSet":{{Environment.WorkingSet}},"subscribers":{{ticks.Subscribers}}}""");
}
