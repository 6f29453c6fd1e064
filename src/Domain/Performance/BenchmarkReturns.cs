using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>What a benchmark was worth in the portfolio's currency on the days of a period.</summary>
internal sealed class BenchmarkReturns
{
    private readonly Benchmark _benchmark;
    private readonly Conversion _conversion;
    private readonly Period _period;
    private readonly double? _start;

    internal BenchmarkReturns(Benchmark benchmark, ValueHistory history, Period period)
    {
        (_benchmark, _period) = (benchmark, period);
        _conversion = new(history.Rates, history.Currency);
        _start = LevelOn(period.StartsOn);
    }

    internal DataIssue? Issue => _start is null
        ? new(
            DataIssue.PriceMissing,
            $"No price of {_benchmark.Asset.Symbol} is known at the start, or no exchange rate for it.",
            _benchmark.Asset.Id,
            _period.StartsOn,
            _period.StartsOn)
        : null;

    /// <summary>The last close up to a day at the day's rate.</summary>
    internal double? LevelOn(DateOnly day) =>
        (double?)(_benchmark.Prices.AsOf(day)?.Close * _conversion.RateOn(day, _benchmark.Asset.Currency));

    /// <summary>The return since the start of the period.</summary>
    internal double? Since(DateOnly day) => _start > 0 ? LevelOn(day) / _start - 1 : null;

    internal BenchmarkComparison Compare(Observations observations, double riskFreeRate) => BenchmarkComparison.Of(
        _benchmark.Asset, Since(_period.To), observations.Paired, observations.Benchmark, riskFreeRate);
}
