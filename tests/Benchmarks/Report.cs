using System.Globalization;
using System.Text;
using Investr.Benchmarks.Load;
using Investr.Benchmarks.Workload;

namespace Investr.Benchmarks;

/// <summary>The measurements as a Markdown table.</summary>
internal static class Report
{
    public static string Write(IReadOnlyDictionary<(string Server, string Operation), Series> series)
    {
        var table = new StringBuilder();
        table.AppendLine("| operation | server | req/s | p50 ms | p99 ms | CPU µs/req (best) | CPU × floor (best) | target | allocated B/req | target |");
        table.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var operation in Operation.All)
        {
            var floor = series[("floor", operation.Name)];
            foreach (var server in series.Keys.Where(key => key.Operation == operation.Name).Select(key => key.Server))
                Row(table, operation, server, series[(server, operation.Name)], floor);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, Operation operation, string server, Series series, Series floor)
    {
        var cpu = series.Median(cell => cell.CpuMicroseconds);
        var ratio = cpu / floor.Median(cell => cell.CpuMicroseconds);
        var targets = server != "library" ? ("", "") : ($"≤ {operation.CpuTarget.ToString(CultureInfo.InvariantCulture)}", $"≤ {operation.AllocationTarget}");
        // Who has no managed heap of ours tells no allocations.
        var allocated = series.Median(cell => cell.AllocatedBytes);
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {operation.Name} | {server} | {series.Median(cell => cell.RequestsPerSecond):0} | {series.Median(cell => cell.P50Ms):0.00} | {series.Median(cell => cell.P99Ms):0.00} | {cpu:0.0} ({series.LeastCpu:0.0}) | {ratio:0.00} ({series.LeastCpu / floor.LeastCpu:0.00}) | {targets.Item1} | {(allocated > 0 ? allocated : (double?)null):0} | {targets.Item2} |");
    }
}
