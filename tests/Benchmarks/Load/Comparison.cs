using System.Diagnostics;
using Investr.Benchmarks.Workload;

namespace Investr.Benchmarks.Load;

/// <summary>Measures the library beside the floor: the same requests, alternating rounds, one run.</summary>
internal static class Comparison
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <param name="rounds">How many cells each server and operation has.</param>
    /// <param name="cell">How long one takes.</param>
    /// <param name="withPeers">Whether servers of others are measured too.</param>
    public static async Task<Dictionary<(string Server, string Operation), Series>> RunAsync(int rounds, TimeSpan cell, bool withPeers)
    {
        var servers = new List<ServerProcess>();
        try
        {
            servers.Add(await ServerProcess.StartAsync("floor"));
            servers.Add(await ServerProcess.StartAsync("library"));
            if (withPeers) servers.Add(await Mercurius.StartAsync());
            ServerProcess.LeaveCoreToServers();
            foreach (var server in servers.Skip(1)) await CheckAsync(servers[0], server);
            return await MeasureAsync(servers, rounds, cell);
        }
        finally
        {
            foreach (var server in servers) server.Dispose();
        }
    }

    private static async Task<Dictionary<(string Server, string Operation), Series>> MeasureAsync(
        List<ServerProcess> servers, int rounds, TimeSpan cell)
    {
        var cells = servers.SelectMany(_ => Operation.All, (server, operation) => (server.Name, operation.Name)).ToDictionary(key => key, _ => new List<Cell>());
        foreach (var operation in Operation.All)
        {
            foreach (var server in servers) await ClosedLoop.RunAsync(server.Port, operation, WarmUp);
            for (var round = 0; round < rounds; round++)
            {
                foreach (var server in servers) cells[(server.Name, operation.Name)].Add(await MeasureAsync(server, operation, cell));
            }
        }

        return cells.ToDictionary(entry => entry.Key, entry => new Series(entry.Value));
    }

    /// <summary>Only equal work is compared: the answers are the same bytes, and a portfolio's assets come in one batch.</summary>
    private static async Task CheckAsync(ServerProcess floor, ServerProcess server)
    {
        foreach (var operation in Operation.All)
        {
            var (expected, actual) = (await floor.PostAsync(operation.Body), await server.PostAsync(operation.Body));
            if (expected != actual) throw new InvalidOperationException($"{operation.Name} is answered differently:\n{expected}\n{actual}");
        }

        var (_, before) = await server.ReadStatsAsync();
        await server.PostAsync(Operation.All.Single(operation => operation.Name == "portfolio").Body);
        var (_, after) = await server.ReadStatsAsync();
        if (after - before != 1) throw new InvalidOperationException($"A portfolio took {after - before} batches.");
    }

    private static async Task<Cell> MeasureAsync(ServerProcess server, Operation operation, TimeSpan duration)
    {
        var ((allocated, _), cpu, start) = (await server.ReadStatsAsync(), server.ReadCpuTime(), Stopwatch.GetTimestamp());
        var latencies = await ClosedLoop.RunAsync(server.Port, operation, duration);
        var (elapsed, used) = (Stopwatch.GetElapsedTime(start), server.ReadCpuTime() - cpu);
        var (allocatedAfter, _) = await server.ReadStatsAsync();
        return new(
            latencies.Length / elapsed.TotalSeconds,
            latencies[latencies.Length / 2].TotalMilliseconds,
            latencies[latencies.Length * 99 / 100].TotalMilliseconds,
            used.TotalMicroseconds / latencies.Length,
            (double)(allocatedAfter - allocated) / latencies.Length);
    }
}
