namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>
/// How a simulated price moves within a trading day: from the close before to the close of the day, along a random path that can
/// be asked for any instant without walking there. A weekend belongs to the Monday that follows, and the market never sleeps.
/// </summary>
internal sealed class SimulatedDay(long seed, SimulatedMotion motion, SimulatedWalk walk)
{
    // Lévy's construction halves the day this often: a third of a second of an ordinary day is the shortest step.
    private const int Halvings = 18;

    private readonly SimulatedShocks _shocks = new(seed, "within", motion);

    /// <summary>The trading day that an instant belongs to, and how much of it has passed; null before the second close.</summary>
    internal (DateOnly Day, DateOnly Before, double Passed)? PlaceOf(DateTimeOffset instant)
    {
        var day = walk.TradingDayFrom(DateOnly.FromDateTime(instant.UtcDateTime));
        if (walk.TradingDayBefore(day) is not { } before) return null;

        var start = before.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var length = day.AddDays(1).ToDateTime(TimeOnly.MinValue) - start;
        return (day, before, (instant.UtcDateTime - start) / length);
    }

    /// <summary>The price when a part of a day has passed: the close before at 0, the day's own close at 1.</summary>
    internal double PriceAt(DateOnly day, DateOnly before, double passed)
    {
        var straight = (walk.LogCloseOf(before) * (1 - passed)) + (walk.LogCloseOf(day) * passed);

        // A second of a long weekend moves as much as one of a Tuesday.
        var liveliness = Math.Sqrt(day.DayNumber - before.DayNumber);
        return Math.Exp(straight + (motion.DailyVolatility * liveliness * BridgeAt(day, passed)));
    }

    // A Brownian bridge from 0 to 0. Given its ends, the middle of a stretch is normal around their mean with a variance of a
    // quarter of the stretch; so each half is found from the whole, down to the one that holds the moment.
    private double BridgeAt(DateOnly day, double moment)
    {
        var (start, end) = (0.0, 1.0);
        var (atStart, atEnd) = (0.0, 0.0);
        var node = 1L;

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (start + end) / 2;
            var atMiddle = ((atStart + atEnd) / 2) + (Math.Sqrt((end - start) / 4) * _shocks[((long)day.DayNumber << Halvings) + node]);

            if (moment < middle) (end, atEnd, node) = (middle, atMiddle, node * 2);
            else (start, atStart, node) = (middle, atMiddle, (node * 2) + 1);
        }

        return atStart + ((atEnd - atStart) * (moment - start) / (end - start));
    }
}
