using System.Globalization;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Converts amounts into one currency and remembers which rates were missing or old.</summary>
internal sealed class Conversion(ExchangeRates rates, Currency to)
{
    private const int DaysOfGrace = 7;

    private readonly Dictionary<(Currency From, DateOnly On), decimal?> _known = [];
    private readonly Dictionary<PurchasePool, decimal?> _pools = [];
    private readonly SortedDictionary<(string Code, Currency From), (DateOnly First, DateOnly Last)> _issues = [];

    internal Currency To => to;

    /// <summary>The rate of a day; null where there is none, and that is remembered.</summary>
    internal decimal? RateOn(DateOnly day, Currency from)
    {
        if (from == to) return 1m;
        if (_known.TryGetValue((from, day), out var known)) return known;

        var found = rates.Lookup(from, to, day);
        if (found is null) Note(DataIssue.RateMissing, from, day);
        else if (day.DayNumber - found.On.DayNumber > DaysOfGrace) Note(DataIssue.RateStale, from, day);

        return _known[(from, day)] = found?.Rate;
    }

    /// <summary>
    /// The rate at which a cost converts: that of the day of purchase; where the cost is an average, the average rate of the
    /// purchases behind it, weighted by their cost. Null where a rate is missing.
    /// </summary>
    internal decimal? RateOf(Money cost, DateOnly purchasedOn, PurchasePool? pool) =>
        pool is null || cost.Currency == to ? RateOn(purchasedOn, cost.Currency) : RateOf(pool);

    private decimal? RateOf(PurchasePool pool)
    {
        Stack<PurchasePool> open = [];
        for (var next = pool; next is not null && !_pools.ContainsKey(next); next = next.Before) open.Push(next);

        while (open.TryPop(out var next))
        {
            var rate = RateOn(next.On, next.Added.Currency);
            var cost = next.CostBefore + next.Added.Amount;
            _pools[next] = next.Before is null || next.CostBefore == 0
                ? rate
                : (next.CostBefore * _pools[next.Before] + next.Added.Amount * rate) / cost;
        }

        return _pools[pool];
    }

    /// <summary>The amount at the rate of a day; zero where there is none.</summary>
    internal decimal Of(Money money, DateOnly day) =>
        money.Amount == 0 ? 0 : money.Amount * RateOn(day, money.Currency).GetValueOrDefault();

    internal IEnumerable<DataIssue> Issues() => _issues.Select(issue => Describe(issue.Key.Code, issue.Key.From, issue.Value));

    private DataIssue Describe(string code, Currency from, (DateOnly First, DateOnly Last) days)
    {
        var when = days.First == days.Last
            ? $"for {Text(days.First)}"
            : $"for days from {Text(days.First)} to {Text(days.Last)}";
        var message = code == DataIssue.RateMissing
            ? $"No exchange rate from {from} to {to} {when}; amounts are left out or count at cost."
            : $"The exchange rate from {from} to {to} used {when} is more than {DaysOfGrace} days older.";
        return new(code, message, From: days.First, To: days.Last);
    }

    private void Note(string code, Currency from, DateOnly day)
    {
        var (first, last) = _issues.GetValueOrDefault((code, from), (day, day));
        _issues[(code, from)] = (day < first ? day : first, day > last ? day : last);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
