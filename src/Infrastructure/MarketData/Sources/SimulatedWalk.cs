namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>
/// The daily closes of one simulated price. The walk begins at a fixed day and is tied to the catalogue's level on another, so
/// that a close is the same whatever day it is asked on, and growth from the one to the other is exactly the drift.
/// </summary>
internal sealed class SimulatedWalk
{
    /// <summary>The first close.</summary>
    internal static readonly DateOnly Epoch = new(2016, 1, 1);

    /// <summary>The day on which the price is the catalogue's.</summary>
    internal static readonly DateOnly Reference = new(2026, 1, 1);

    // What grew twentyfold in ten years will not do so again: growth since then is that of stocks at large, or less.
    private const double HighestLaterDrift = 0.08;
    private const double DaysAYear = 365.25;
    private const int GrowBy = 366;

    private static readonly int ReferencePlace = PlaceOf(Reference);

    private readonly SimulatedMotion _motion;
    private readonly SimulatedShocks _shocks;
    private readonly double _laterDrift;
    private readonly Lock _growing = new();

    // The sum of all daily shocks up to each calendar day since the epoch, in daily standard deviations; grown, never changed.
    private volatile double[] _sums = [];

    internal SimulatedWalk(long seed, SimulatedMotion motion)
    {
        _motion = motion;
        _shocks = new SimulatedShocks(seed, "day", motion);
        _laterDrift = Math.Min(motion.Drift, HighestLaterDrift);
    }

    /// <summary>Whether a day has a close of its own.</summary>
    internal bool TradesOn(DateOnly day) =>
        day >= Epoch && (_motion.EveryDay || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The first day with a close, from a given one on.</summary>
    internal DateOnly TradingDayFrom(DateOnly day)
    {
        while (!TradesOn(day)) day = day < Epoch ? Epoch : day.AddDays(1);
        return day;
    }

    /// <summary>The last day with a close before a given one; null before the second.</summary>
    internal DateOnly? TradingDayBefore(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (day >= Epoch && !TradesOn(day));

        return day < Epoch ? null : day;
    }

    /// <summary>The close of a trading day.</summary>
    internal double CloseOf(DateOnly day) => Math.Exp(LogCloseOf(day));

    /// <summary>The natural logarithm of the close of a trading day.</summary>
    internal double LogCloseOf(DateOnly day)
    {
        var place = PlaceOf(day);
        var sums = UpTo(Math.Max(place, ReferencePlace));

        // Before the reference day the noise is a bridge: what it would miss the level by is taken back day by day.
        var tied = sums[ReferencePlace] * Math.Min(place, ReferencePlace) / ReferencePlace;
        var drift = (place < ReferencePlace ? _motion.Drift : _laterDrift) * (place - ReferencePlace) / DaysAYear;
        return Math.Log(_motion.Level) + drift + (_motion.DailyVolatility * (sums[place] - tied));
    }

    private double[] UpTo(int place)
    {
        if (_sums is var kept && place < kept.Length) return kept;

        lock (_growing)
        {
            if (place < _sums.Length) return _sums;

            var grown = new double[place + GrowBy];
            _sums.CopyTo(grown, 0);
            for (var i = Math.Max(_sums.Length, 1); i < grown.Length; i++)
                grown[i] = grown[i - 1] + (TradesOn(Epoch.AddDays(i)) ? _shocks[i] : 0);

            return _sums = grown;
        }
    }

    private static int PlaceOf(DateOnly day) => day.DayNumber - Epoch.DayNumber;
}
