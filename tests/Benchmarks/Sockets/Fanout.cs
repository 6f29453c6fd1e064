using System.Globalization;
using System.Text;
using Investr.Benchmarks.Load;

namespace Investr.Benchmarks.Sockets;

/// <summary>One event to a thousand sockets: the library beside a bare broadcast of the same bytes.</summary>
internal static class Fanout
{
    private const int Subscribers = 1000;
    private const int TicksACell = 100;
    private const int WarmUpCells = 6;
    private const string Query = "subscription { onTick { seq symbol price } }";

    /// <summary>Measures both, and prints a Markdown table.</summary>
    public static async Task RunAsync(int rounds)
    {
        await using var floor = await Audience.GatherAsync("floor");
        await using var library = await Audience.GatherAsync("library");
        Audience[] audiences = [floor, library];
        foreach (var audience in audiences)
        {
            for (var cell = 0; cell < WarmUpCells; cell++) await audience.MeasureAsync();
        }

        if (!floor.LastMessage.SequenceEqual(library.LastMessage))
            throw new InvalidOperationException($"The messages differ:\n{Encoding.UTF8.GetString(floor.LastMessage)}\n{Encoding.UTF8.GetString(library.LastMessage)}");

        var cells = audiences.ToDictionary(audience => audience, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var audience in audiences) cells[audience].Add(await audience.MeasureAsync());
        }

        Console.WriteLine("| server | CPU µs a delivered message (best) | × floor (best) | target | heap kB an idle subscriber | resident kB an idle subscriber |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var audience in audiences)
        {
            var (cpu, best) = (Median(cells[audience]), cells[audience].Min());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {audience.Name} | {cpu:0.0} ({best:0.0}) | {cpu / Median(cells[floor]):0.00} ({best / cells[floor].Min():0.00}) | {(audience == floor ? "" : "≤ 1.3")} | {audience.HeapEach / 1000:0.0} | {audience.ResidentEach / 1000:0.0} |"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A server, and the sockets that are subscribed to it.</summary>
    private sealed class Audience(ServerProcess server) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _complete = new(0);
        private readonly List<RawWebSocket> _sockets = [];
        private int _received;

        public string Name => server.Name;

        public double HeapEach { get; private set; }

        public double ResidentEach { get; private set; }

        public byte[] LastMessage { get; private set; } = [];

        public static async Task<Audience> GatherAsync(string name)
        {
            var audience = new Audience(await ServerProcess.StartAsync(name));
            ServerProcess.LeaveCoreToServers();
            await audience.SubscribeAsync(1);
            var before = await audience.MemoryAsync();
            await audience.SubscribeAsync(Subscribers - 1);
            var after = await audience.MemoryAsync();
            audience.HeapEach = (after.Heap - before.Heap) / (Subscribers - 1);
            audience.ResidentEach = (after.Resident - before.Resident) / (Subscribers - 1);
            return audience;
        }

        /// <summary>Publishes event after event, each when all sockets have the one before; the CPU time of the server for each message.</summary>
        public async Task<double> MeasureAsync()
        {
            var cpu = server.ReadCpuTime();
            for (var seq = 1; seq <= TicksACell; seq++)
            {
                await server.TickAsync(seq);
                if (!await _complete.WaitAsync(TimeSpan.FromSeconds(30))) throw new InvalidOperationException($"{Name} lost messages of event {seq}.");
            }

            return (server.ReadCpuTime() - cpu).TotalMicroseconds / (TicksACell * Subscribers);
        }

        public ValueTask DisposeAsync()
        {
            foreach (var socket in _sockets) socket.Dispose();
            server.Dispose();
            _complete.Dispose();
            return default;
        }

        private async Task SubscribeAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var socket = await RawWebSocket.SubscribeAsync(server.Port, Query);
                _sockets.Add(socket);
                _ = Task.Run(() => ListenAsync(socket));
            }

            while (await server.ReadSubscribersAsync() < _sockets.Count) await Task.Delay(20);
        }

        private async Task ListenAsync(RawWebSocket socket)
        {
            while (await socket.ReceiveAsync() is { } message)
            {
                if (Interlocked.Increment(ref _received) % Subscribers != 0) continue;
                LastMessage = message.ToArray();
                _complete.Release();
            }
        }

        private async Task<(double Heap, double Resident)> MemoryAsync()
        {
            var stats = await server.ReadMemoryAsync();
            return (stats.Heap, stats.Resident);
        }
    }
}
