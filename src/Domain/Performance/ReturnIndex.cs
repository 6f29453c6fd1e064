namespace Investr.Domain.Performance;

/// <summary>The daily returns of a period chain-linked: the time-weighted return since its start, day by day.</summary>
internal sealed class ReturnIndex
{
    private readonly Period _period;
    private readonly double[] _returns;

    private ReturnIndex(Period period, double[] returns, double? total) => (_period, _returns, Total) = (period, returns, total);

    /// <summary>The return of the whole period; null where nothing was ever invested.</summary>
    internal double? Total { get; }

    internal static ReturnIndex Of(Period period)
    {
        var returns = new double[period.Days.Length];
        var (growth, isInvested) = (1.0, false);
        for (var place = 0; place < returns.Length; place++)
        {
            var day = period.Days[place].Return;
            if (!double.IsNaN(day)) (growth, isInvested) = (growth * (1 + day), true);
            returns[place] = growth - 1;
        }

        return new(period, returns, isInvested ? growth - 1 : null);
    }

    /// <summary>The start and every day, each with the return up to its end.</summary>
    internal IEnumerable<(DateOnly On, double Return)> Points()
    {
        yield return (_period.StartsOn, 0);
        for (var place = 0; place < _returns.Length; place++) yield return (_period.Days[place].Date, _returns[place]);
    }

    internal IReadOnlyList<PerformancePoint> Series(BenchmarkReturns? benchmark)
    {
        List<PerformancePoint> points = new(_returns.Length + 1);
        if (_period.Before is { } before) points.Add(new(before.Date, before.Value, 0, 0, benchmark?.Since(before.Date)));

        var highest = 1.0;
        for (var place = 0; place < _returns.Length; place++)
        {
            ref readonly var day = ref _period.Days[place];
            var growth = 1 + _returns[place];
            highest = Math.Max(highest, growth);
            points.Add(new(day.Date, day.Value, _returns[place], 1 - growth / highest, benchmark?.Since(day.Date)));
        }

        return points;
    }
}
