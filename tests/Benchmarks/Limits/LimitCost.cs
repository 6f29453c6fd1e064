using System.Globalization;
using System.Text;
using Investr.Benchmarks.Workload;
using Investr.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Benchmarks.Limits;

/// <summary>What it costs to refuse the worst documents: CPU time of the whole process and bytes, the text never seen before.</summary>
internal static class LimitCost
{
    private const int Repeats = 60;

    public static async Task RunAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<WorkloadData>().AddScoped<AssetLoader>().AddSingleton<TickSource>()
            .AddSingleton<ITickPublisher>(provider => provider.GetRequiredService<TickSource>());
        services.AddGraphQLServer().AddTypes(typeof(LimitCost).Assembly);
        await using var provider = services.BuildServiceProvider();
        var executor = provider.GetRequiredService<IRequestExecutor>();

        Console.WriteLine("| limit | bytes sent | answer | CPU ms, best | median | allocated kB |");
        Console.WriteLine("|---|---:|---|---:|---:|---:|");
        foreach (var document in WorstDocuments.All) Console.WriteLine(await MeasureAsync(executor, provider, document));
    }

    private static async Task<string> MeasureAsync(IRequestExecutor executor, IServiceProvider services, WorstDocument document)
    {
        var times = new List<double>();
        var (allocated, answer) = (0L, "");
        var variables = Encoding.UTF8.GetBytes(document.Variables ?? "");
        for (var i = 0; i < Repeats; i++)
        {
            // Refused documents are remembered: a comment makes each one new.
            var query = Encoding.UTF8.GetBytes($"{document.Query}#{i}");
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            using var result = await executor.ExecuteAsync(new() { Query = query, Variables = variables, Services = services });
            times.Add((Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            answer = result is OperationResult { Kind: ResultKind.RequestError, Errors: [.., var last] } ? last.Code! : "NOT REFUSED";
        }

        // The first runs compile.
        times.RemoveRange(0, 30);
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {document.Limit} | {document.Query.Length + variables.Length:N0} | {answer} | {times[0]:F2} | {times[times.Count / 2]:F2} | {allocated / 1024:N0} |");
    }
}
