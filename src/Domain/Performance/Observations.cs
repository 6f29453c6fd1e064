using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>
/// The daily returns that statistics are made of: those of the days on which markets were open. What happened on the days between
/// is part of the next one.
/// </summary>
internal sealed class Observations
{
    /// <summary>How many returns a measure of risk needs to be relied on: a quarter of trading days.</summary>
    private const int LeastToRelyOn = 60;

    private readonly List<double> _returns = [];
    private readonly List<double> _paired = [];
    private readonly List<double> _benchmark = [];
    private int _investedWeekdays;

    private Observations()
    {
    }

    internal IReadOnlyList<double> Returns => _returns;

    /// <summary>The returns of the days for which there is one of the benchmark.</summary>
    internal IReadOnlyList<double> Paired => _paired;

    internal IReadOnlyList<double> Benchmark => _benchmark;

    /// <summary>Takes them from a period, and tells where they are too few.</summary>
    internal static Observations Of(Period period, BenchmarkReturns? benchmark, List<DataIssue> issues)
    {
        var observations = new Observations();
        observations.Collect(period, benchmark);
        if (observations.Doubt() is not var (isUsable, message)) return observations;

        issues.Add(new(DataIssue.HistoryTooShort, message, From: period.StartsOn, To: period.To));
        return isUsable ? observations : new();
    }

    private void Collect(Period period, BenchmarkReturns? benchmark)
    {
        var (growth, level) = (1.0, benchmark?.LevelOn(period.StartsOn));
        var invested = period.StartInvested > 0;
        foreach (ref readonly var day in period.Days)
        {
            if (!invested || double.IsNaN(day.Return))
            {
                // The day on which a portfolio begins has no day before it to be measured against.
                (growth, level) = (1.0, benchmark?.LevelOn(day.Date));
            }
            else
            {
                growth *= 1 + day.Return;
                if (day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) _investedWeekdays++;
                if (day.Observed) Add(growth - 1, level, level = benchmark?.LevelOn(day.Date));
                if (day.Observed) growth = 1.0;
            }

            invested = day.Invested > 0;
        }
    }

    private void Add(double @return, double? levelBefore, double? level)
    {
        _returns.Add(@return);
        if (!(levelBefore > 0) || level is null) return;

        _paired.Add(@return);
        _benchmark.Add(level.Value / levelBefore.Value - 1);
    }

    private (bool IsUsable, string Message)? Doubt() => _returns.Count switch
    {
        < 2 => (false, "Measures of risk need at least two daily returns."),
        var count when count * 2 < _investedWeekdays =>
            (false, $"Measures of risk need daily prices; there are some for {count} of {_investedWeekdays} days."),
        < LeastToRelyOn and var count => (true, $"Measures of risk from {count} daily returns are uncertain."),
        _ => null,
    };
}
