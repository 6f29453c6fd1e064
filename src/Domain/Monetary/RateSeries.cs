namespace Investr.Domain.Monetary;

/// <summary>The rates of one pair of major currencies, by day.</summary>
internal sealed class RateSeries
{
    private readonly DateOnly[] _days;
    private readonly decimal[] _rates;

    internal RateSeries(IEnumerable<ExchangeRate> rates)
    {
        var byDay = new SortedDictionary<DateOnly, decimal>();
        foreach (var rate in rates)
        {
            // Pence for dollars are kept as pounds for dollars.
            byDay[rate.On] = rate.Rate * rate.From.UnitsPerMajor / rate.To.UnitsPerMajor;
        }

        _days = [.. byDay.Keys];
        _rates = [.. byDay.Values];
    }

    private RateSeries(DateOnly[] days, decimal[] rates) => (_days, _rates) = (days, rates);

    internal RateSeries Inverse() => new(_days, Array.ConvertAll(_rates, rate => 1 / rate));

    /// <summary>The day's rate, else the last earlier one.</summary>
    internal (decimal Rate, DateOnly On)? AsOf(DateOnly on)
    {
        var place = Array.BinarySearch(_days, on);
        if (place < 0) place = ~place - 1;
        return place < 0 ? null : (_rates[place], _days[place]);
    }
}
