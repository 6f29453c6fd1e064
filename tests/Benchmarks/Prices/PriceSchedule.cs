using System.Diagnostics;

namespace Investr.Benchmarks.Prices;

/// <summary>A tick: its symbol, its own number, which stands for its price, and when it was made.</summary>
internal readonly record struct PriceTick(string Symbol, int Number, DateTimeOffset At);

/// <summary>Ticks at an even rate, of one symbol after the other; both servers publish the same.</summary>
internal sealed class PriceSchedule(Func<PriceTick, Task> publish)
{
    public const int TicksASecond = 100;

    private int _number;

    /// <summary>Publishes for some seconds; the number of the last tick.</summary>
    public async Task<int> RunAsync(string[] symbols, int seconds)
    {
        var began = Stopwatch.GetTimestamp();
        for (var tick = 0; tick < seconds * TicksASecond; tick++)
        {
            // What is late is caught up, so that the rate holds.
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < (double)tick / TicksASecond) await Task.Delay(1);
            _number++;
            await publish(new(symbols[_number % symbols.Length], _number, TimeProvider.System.GetUtcNow()));
        }

        return _number;
    }
}
