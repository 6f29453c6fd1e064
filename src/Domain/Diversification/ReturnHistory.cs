using Investr.Domain.Market;

namespace Investr.Domain.Diversification;

/// <summary>Returns of several assets for the same periods, as fractions: 0.01 is one per cent.</summary>
public sealed class ReturnHistory
{
    /// <summary>How many returns there must be for a measure of risk: a quarter of trading days.</summary>
    public const int LeastObservations = ScoreReference.LeastObservations;

    /// <summary>Takes returns that are aligned already.</summary>
    /// <param name="returns">For each asset its returns, all for the same periods, oldest first.</param>
    /// <exception cref="ArgumentException">The assets have different numbers of returns.</exception>
    public ReturnHistory(IReadOnlyDictionary<AssetId, IReadOnlyList<double>> returns)
    {
        if (returns.Values.Select(series => series.Count).Distinct().Count() > 1)
            throw new ArgumentException("Every asset needs the same number of returns.", nameof(returns));

        Returns = returns;
    }

    /// <summary>No history of anything.</summary>
    public static ReturnHistory None { get; } = new(new Dictionary<AssetId, IReadOnlyList<double>>());

    /// <summary>For each asset its returns, oldest first.</summary>
    public IReadOnlyDictionary<AssetId, IReadOnlyList<double>> Returns { get; }

    /// <summary>How many periods there are.</summary>
    public int Observations => Returns.Values.FirstOrDefault()?.Count ?? 0;

    /// <summary>
    /// Daily simple returns between the days on which all assets have a close. An asset whose history would leave too few such
    /// days is left out, the one that began last first.
    /// </summary>
    /// <param name="series">The closes of each asset, adjusted for splits.</param>
    public static ReturnHistory FromPrices(IEnumerable<PriceSeries> series)
    {
        var left = series.Where(prices => prices.Points.Count > LeastObservations)
            .OrderBy(prices => prices.Points[0].Date)
            .ThenByDescending(prices => prices.Points.Count)
            .ToList();

        while (left.Count > 0)
        {
            var days = CommonDays(left);
            if (days.Count > LeastObservations)
                return new(left.ToDictionary(prices => prices.Asset, prices => ReturnsOn(prices, days)));
            left.RemoveAt(left.Count - 1);
        }

        return None;
    }

    private static HashSet<DateOnly> CommonDays(List<PriceSeries> series)
    {
        var days = DaysOf(series[0]);
        foreach (var prices in series.Skip(1)) days.IntersectWith(DaysOf(prices));
        return days;
    }

    // A close of zero has no return to the next day.
    private static HashSet<DateOnly> DaysOf(PriceSeries series) =>
        series.Points.Where(point => point.Close > 0).Select(point => point.Date).ToHashSet();

    private static IReadOnlyList<double> ReturnsOn(PriceSeries series, HashSet<DateOnly> days)
    {
        var closes = series.Points.Where(point => days.Contains(point.Date)).Select(point => (double)point.Close).ToArray();
        return [.. closes.Skip(1).Select((close, before) => close / closes[before] - 1)];
    }
}
