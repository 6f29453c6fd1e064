using System.Collections.Concurrent;

namespace Investr.Domain.Monetary;

/// <summary>What is known of exchange rates: finds the rate between two currencies on a day, directly or over others.</summary>
/// <remarks>
/// A day without a rate (a weekend, a holiday) uses the last earlier one. A pair that is not quoted is found by its inverse or
/// crossed over up to two other currencies, the shortest way first. A minor unit (GBX) is a fixed fraction of its currency.
/// </remarks>
public sealed class ExchangeRates
{
    private const int LongestPath = 3;
    private const int MostPaths = 8;

    private readonly Dictionary<(Currency, Currency), RateSeries> _series = [];
    private readonly Dictionary<Currency, List<Currency>> _neighbours = [];
    private readonly ConcurrentDictionary<(Currency, Currency), RateSeries[][]> _paths = new();

    /// <summary>Takes rates in any order. Of two for the same pair and day, the later one given counts.</summary>
    /// <param name="rates">Rates, each positive, in either direction of a pair.</param>
    public ExchangeRates(IEnumerable<ExchangeRate> rates)
    {
        foreach (var pair in rates.GroupBy(rate => (rate.From.Major, rate.To.Major)).Where(pair => pair.Key.Item1 != pair.Key.Item2))
        {
            _series[pair.Key] = new RateSeries(pair);
            Join(pair.Key.Item1, pair.Key.Item2);
            Join(pair.Key.Item2, pair.Key.Item1);
        }

        foreach (var neighbours in _neighbours.Values) neighbours.Sort();
    }

    /// <summary>No rates: only a currency and its own minor unit convert.</summary>
    public static ExchangeRates None { get; } = new([]);

    /// <summary>Units of one currency for one of another on a day; null where no way leads from one to the other by then.</summary>
    /// <param name="from">The currency that is exchanged.</param>
    /// <param name="to">The currency that is received.</param>
    /// <param name="on">The day.</param>
    public decimal? Find(Currency from, Currency to, DateOnly on) => Lookup(from, to, on)?.Rate;

    /// <summary>Like <see cref="Find"/>, with the day that the rate is really from: of several crossed, the oldest.</summary>
    /// <param name="from">The currency that is exchanged.</param>
    /// <param name="to">The currency that is received.</param>
    /// <param name="on">The day.</param>
    public ExchangeRate? Lookup(Currency from, Currency to, DateOnly on)
    {
        if (from == to) return new(from, to, on, 1m);

        var units = (decimal)to.UnitsPerMajor / from.UnitsPerMajor;
        if (from.Major == to.Major) return new(from, to, on, units);

        foreach (var path in _paths.GetOrAdd((from.Major, to.Major), pair => PathsBetween(pair.Item1, pair.Item2)))
        {
            if (Along(path, on) is var (rate, since)) return new(from, to, since, rate * units);
        }

        return null;
    }

    /// <summary>Converts an amount at a day's rate; null where there is none.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The day.</param>
    public Money? Convert(Money money, Currency to, DateOnly on) =>
        Find(money.Currency, to, on) is { } rate ? new Money(money.Amount * rate, to) : null;

    private static (decimal Rate, DateOnly Since)? Along(RateSeries[] path, DateOnly on)
    {
        var (rate, since) = (1m, on);
        foreach (var step in path)
        {
            if (step.AsOf(on) is not { } found) return null;
            rate *= found.Rate;
            since = found.On < since ? found.On : since;
        }

        return (rate, since);
    }

    private void Join(Currency from, Currency to)
    {
        if (!_neighbours.TryGetValue(from, out var neighbours)) _neighbours[from] = neighbours = [];
        if (!neighbours.Contains(to)) neighbours.Add(to);
    }

    // Breadth first, so that the shortest ways come first; among equals, in the order of the codes.
    private RateSeries[][] PathsBetween(Currency from, Currency to)
    {
        List<RateSeries[]> paths = [];
        Queue<Currency[]> open = new([[from]]);

        while (open.TryDequeue(out var way) && paths.Count < MostPaths)
        {
            if (way[^1] == to) paths.AddRange(SeriesAlong(way));
            else if (way.Length <= LongestPath)
                foreach (var next in _neighbours.GetValueOrDefault(way[^1], []).Except(way)) open.Enqueue([.. way, next]);
        }

        return [.. paths];
    }

    // A pair quoted in both directions gives two series; the direct one is tried before the inverse.
    private IEnumerable<RateSeries[]> SeriesAlong(Currency[] way)
    {
        IEnumerable<RateSeries[]> paths = [[]];
        for (var i = 1; i < way.Length; i++)
        {
            List<RateSeries> choices = [];
            if (_series.TryGetValue((way[i - 1], way[i]), out var direct)) choices.Add(direct);
            if (_series.TryGetValue((way[i], way[i - 1]), out var reverse)) choices.Add(reverse.Inverse());
            paths = paths.SelectMany(path => choices.Select(choice => (RateSeries[])[.. path, choice])).ToList();
        }

        return paths;
    }
}
