using Investr.Benchmarks.Load;

namespace Investr.Benchmarks.Prices;

/// <summary>A server, and the sockets that watch prices there.</summary>
internal sealed class PriceAudience(ServerProcess server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<PriceListener> _listeners = [];
    private readonly Dictionary<string, int> _published = [];
    private int _last;
    private TimeSpan _cpu;

    public string Name => server.Name;

    /// <summary>How many messages would have been sent, had no price been superseded.</summary>
    public int Due { get; private set; }

    public double[] Latencies { get; private set; } = [];

    public double CpuMicroseconds => _cpu.TotalMicroseconds / Latencies.Length;

    public double HeapEach { get; private set; }

    public double ResidentEach { get; private set; }

    /// <summary>Subscribes, one socket after the other; what all but the first add to the server's memory is theirs.</summary>
    public async Task GatherAsync(IEnumerable<string[]> watched)
    {
        var before = (Heap: 0L, Resident: 0L);
        foreach (var symbols in watched)
        {
            _listeners.Add(await PriceListener.SubscribeAsync(server.Port, symbols));
            if (_listeners.Count == 1) before = await server.ReadMemoryAsync();
        }

        var after = await server.ReadMemoryAsync();
        HeapEach = (after.Heap - before.Heap) / (_listeners.Count - 1.0);
        ResidentEach = (after.Resident - before.Resident) / (_listeners.Count - 1.0);
    }

    /// <summary>Publishes for some seconds, and waits until everybody has the newest price of each symbol.</summary>
    public async Task MeasureAsync(string[] symbols, int seconds)
    {
        var cpu = server.ReadCpuTime();
        var last = await server.PublishPricesAsync(symbols, seconds);
        for (var number = _last + 1; number <= last; number++)
        {
            var symbol = symbols[number % symbols.Length];
            _published[symbol] = number;
            Due += _listeners.Count(listener => listener.Symbols.Contains(symbol));
        }

        _last = last;
        await UntilEverybodyHasTheNewestAsync();
        _cpu += server.ReadCpuTime() - cpu;
        Latencies = [.. _listeners.SelectMany(listener => listener.Latencies).Order()];
    }

    /// <summary>Forgets what was measured: it was to warm up.</summary>
    public void Forget()
    {
        foreach (var listener in _listeners) listener.Latencies.Clear();
        (Due, _cpu) = (0, TimeSpan.Zero);
    }

    public double LatencyOf(double share) => Latencies[(int)(share * (Latencies.Length - 1))];

    public void Dispose()
    {
        foreach (var listener in _listeners) listener.Dispose();
        server.Dispose();
    }

    // A price that was superseded never comes, the newest always does: whoever lacks it has lost it.
    private async Task UntilEverybodyHasTheNewestAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (_listeners.FirstOrDefault(listener => listener.Fault is not null) is { } faulty) throw new InvalidOperationException($"{Name}: {faulty.Fault}");
            var lost = _listeners.Sum(listener => listener.Symbols.Count(symbol => listener.NewestOf(symbol) < _published.GetValueOrDefault(symbol)));
            if (lost == 0) return;
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new InvalidOperationException($"{Name} lost the newest price {lost} times.");
            await Task.Delay(50);
        }
    }
}
