namespace Investr.Domain.Market;

/// <summary>How far apart the points of a series are.</summary>
public enum Interval
{
    /// <summary>Every trading day.</summary>
    Day,

    /// <summary>The last trading day of each week, weeks ending on Sunday.</summary>
    Week,

    /// <summary>The last trading day of each month.</summary>
    Month,
}

/// <summary>The close of one trading day, in the asset's currency.</summary>
/// <param name="Date">The trading day.</param>
/// <param name="Close">The closing price of one unit.</param>
public readonly record struct PricePoint(DateOnly Date, decimal Close);

/// <summary>The closes of one asset, oldest first, one a day at most.</summary>
public sealed class PriceSeries
{
    private readonly PricePoint[] _points;

    /// <summary>Takes points in any order. Of two for the same day, the later one given counts.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="points">Its closes.</param>
    public PriceSeries(AssetId asset, IEnumerable<PricePoint> points)
    {
        PricePoint[] given = [.. points];
        Asset = asset;
        _points = IsInOrder(given) ? given : Ordered(given);
    }

    /// <summary>The asset.</summary>
    public AssetId Asset { get; }

    /// <summary>The closes, oldest first.</summary>
    public IReadOnlyList<PricePoint> Points => _points;

    internal ReadOnlySpan<PricePoint> Span => _points;

    /// <summary>The close of a day, else of the last trading day before it; null before the first.</summary>
    /// <param name="day">The day.</param>
    public PricePoint? AsOf(DateOnly day)
    {
        var after = FirstAfter(day);
        return after == 0 ? null : _points[after - 1];
    }

    /// <summary>The close of the last trading day before a day; null on the first and before.</summary>
    /// <param name="day">The day.</param>
    public PricePoint? Before(DateOnly day) => day == DateOnly.MinValue ? null : AsOf(day.AddDays(-1));

    /// <summary>The closes of a span of days, both ends included, thinned to an interval: of each, the last close.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="interval">How far apart the points shall be.</param>
    public IEnumerable<PricePoint> Between(DateOnly from, DateOnly to, Interval interval = Interval.Day) =>
        _points
            .Where(point => point.Date >= from && point.Date <= to)
            .GroupBy(point => EndOf(point.Date, interval))
            .Select(span => span.Last());

    /// <summary>The same closes in today's units: each divided by the ratios of the splits after its day.</summary>
    /// <param name="splits">The asset's splits.</param>
    public PriceSeries AdjustedFor(IReadOnlyList<AssetSplit> splits)
    {
        if (splits.Count == 0) return this;

        return new(Asset, _points.Select(point => point with
        {
            Close = splits.Where(split => split.On > point.Date).Aggregate(point.Close, (close, split) => close / split.Ratio.ToDecimal()),
        }));
    }

    internal static DateOnly EndOf(DateOnly day, Interval interval) => interval switch
    {
        Interval.Day => day,
        Interval.Week => day.AddDays((7 - (int)day.DayOfWeek) % 7),
        Interval.Month => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "Not an interval."),
    };

    private static bool IsInOrder(PricePoint[] points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i].Date <= points[i - 1].Date) return false;
        }

        return true;
    }

    private static PricePoint[] Ordered(PricePoint[] points)
    {
        var byDay = new SortedDictionary<DateOnly, decimal>();
        foreach (var point in points) byDay[point.Date] = point.Close;
        return [.. byDay.Select(point => new PricePoint(point.Key, point.Value))];
    }

    private int FirstAfter(DateOnly day)
    {
        var (low, high) = (0, _points.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_points[middle].Date <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
