using System.Diagnostics;
using System.Globalization;
using Investr.Benchmarks.Load;

namespace Investr.Benchmarks.Sockets;

/// <summary>Clients that come and vanish: what they had open must be let go of, and the server must go on.</summary>
internal static class Soak
{
    private const int Cycles = 10_000;
    private const int SideBySide = 50;
    private const int Crowd = 1000;
    private const string Query = "subscription { onTick { seq symbol price } }";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs both, and prints what is left and how long it took.</summary>
    public static async Task RunAsync()
    {
        using var server = await ServerProcess.StartAsync("library");
        await CycleAsync(server, Cycles / 5);
        var before = await MemoryWithoutSubscribersAsync(server);
        var clock = Stopwatch.StartNew();
        await CycleAsync(server, Cycles);
        var (took, after) = (clock.Elapsed, await MemoryWithoutSubscribersAsync(server));
        Print($"{Cycles} cycles of connect, subscribe and reset in {took.TotalSeconds:0.0} s: no subscriber left, heap {before.Heap / 1024} kB before and {after.Heap / 1024} kB after, resident {before.Resident >> 20} MiB and {after.Resident >> 20} MiB.");

        var crowd = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => RawWebSocket.SubscribeAsync(server.Port, Query)));
        while (await server.ReadSubscribersAsync() < Crowd) await Task.Delay(20);
        await server.TickAsync(1);
        foreach (var socket in crowd) socket.Reset();
        clock.Restart();
        var answer = await server.PostAsync("""{"query":"{ hello }"}""");
        var answered = clock.Elapsed;
        if (answer != """{"data":{"hello":"world"}}""") throw new InvalidOperationException(answer);
        await MemoryWithoutSubscribersAsync(server);
        Print($"{Crowd} sockets reset at once: the next request answered in {answered.TotalMilliseconds:0} ms, the last subscription let go of within {clock.Elapsed.TotalMilliseconds:0} ms.");
    }

    private static async Task CycleAsync(ServerProcess server, int cycles)
    {
        foreach (var some in Enumerable.Range(0, cycles).Chunk(SideBySide))
        {
            await Task.WhenAll(some.Select(async cycle =>
            {
                var socket = await RawWebSocket.SubscribeAsync(server.Port, Query);
                // Some vanish before their source is open, some with an event on its way.
                if (cycle % 3 == 0) await server.TickAsync(cycle);
                socket.Reset();
            }));
        }
    }

    private static async Task<(long Heap, long Resident)> MemoryWithoutSubscribersAsync(ServerProcess server)
    {
        var clock = Stopwatch.StartNew();
        while (await server.ReadSubscribersAsync() is var left and > 0)
        {
            if (clock.Elapsed > Patience) throw new InvalidOperationException($"{left} subscriptions are left open.");
            await Task.Delay(20);
        }

        return await server.ReadMemoryAsync();
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
