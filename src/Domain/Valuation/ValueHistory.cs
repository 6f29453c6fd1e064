using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What a portfolio was worth at the end of a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">Holdings and cash together.</param>
/// <param name="NetContributions">
/// Deposits and transfers in less withdrawals and transfers out since the beginning, units transferred at their cost.
/// </param>
public readonly record struct ValuePoint(DateOnly Date, decimal Value, decimal NetContributions);

/// <summary>
/// The value of a portfolio on every day from the first entry of its ledger on, in one currency. It is made in one pass, and every
/// period and measure is a cut of it.
/// </summary>
public sealed class ValueHistory
{
    private readonly HistoryWalk _walk;
    private readonly ValueDay[] _days;

    private ValueHistory(HistoryScope scope, HistoryWalk walk) =>
        (Currency, UpTo, Rates, DataIssues, _walk, _days) = (scope.Currency, scope.To, scope.Market.Rates, walk.Issues(), walk, walk.Days);

    /// <summary>The currency of every amount.</summary>
    public Currency Currency { get; }

    /// <summary>The first day with an entry; null where there is none.</summary>
    public DateOnly? FirstDay => _days.Length == 0 ? null : _days[0].Date;

    /// <summary>The last day.</summary>
    public DateOnly UpTo { get; }

    /// <summary>What is missing or doubtful behind the values, with the days concerned.</summary>
    public IReadOnlyList<DataIssue> DataIssues { get; }

    internal ReadOnlySpan<ValueDay> Days => _days;

    internal ExchangeRates Rates { get; }

    /// <summary>The history of a ledger up to a day.</summary>
    /// <param name="ledger">The ledger, recorded through its rules.</param>
    /// <param name="method">How sales are matched with lots; it matters only to what counts at cost.</param>
    /// <param name="market">Closes and exchange rates.</param>
    /// <param name="currency">The currency of the values.</param>
    /// <param name="to">The last day; entries after it do not count.</param>
    /// <param name="earlier">
    /// The history of an earlier version of the ledger, if there is one: where nothing else is different, its days before the first
    /// change are taken over. The outcome is the same with and without it.
    /// </param>
    /// <exception cref="KeyNotFoundException">An asset of the ledger is not among those of the market.</exception>
    public static ValueHistory Of(
        Ledger ledger, CostBasisMethod method, MarketHistory market, Currency currency, DateOnly to, ValueHistory? earlier = null)
    {
        var scope = new HistoryScope(method, market, currency, to);
        return new(scope, new HistoryWalk(ledger, scope, earlier?._walk));
    }

    /// <summary>The values of a span of days, both ends included, thinned to an interval: of each, the last day.</summary>
    /// <param name="from">The first day; null for the first of all.</param>
    /// <param name="to">The last day; null for the last of all.</param>
    /// <param name="interval">How far apart the points shall be; every calendar day is one.</param>
    public IReadOnlyList<ValuePoint> Between(DateOnly? from = null, DateOnly? to = null, Interval interval = Interval.Day)
    {
        List<ValuePoint> points = [];
        for (var place = from is { } first ? Math.Max(PlaceOf(first), 0) : 0; place < _days.Length && !(_days[place].Date > to); place++)
        {
            var day = _days[place];
            var point = new ValuePoint(day.Date, day.Value, day.NetContributions);
            if (points.Count > 0 && PriceSeries.EndOf(points[^1].Date, interval) == PriceSeries.EndOf(day.Date, interval)) points[^1] = point;
            else points.Add(point);
        }

        return points;
    }

    /// <summary>The place of a day among all; below zero before the first one.</summary>
    internal int PlaceOf(DateOnly day) => _days.Length == 0 ? 0 : day.DayNumber - _days[0].Date.DayNumber;
}
