using System.Globalization;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Converts amounts into one currency and remembers which rates were missing or old.</summary>
internal sealed class Conversion(ExchangeRates rates, Currency to)
{
    private const int DaysOfGrace = 7;

    private readonly Dictionary<(Currency From, DateOnly On), KnownRate> _known = [];
    private readonly Dictionary<PurchasePool, decimal?> _pools = [];
    private readonly Dictionary<(Currency From, DateOnly On), Doubt> _doubts = [];

    internal Currency To => to;

    /// <summary>The day whose figures are being made: every rate is asked for on its behalf.</summary>
    internal DateOnly For { get; set; }

    /// <summary>The rate of a day; null where there is none, and that is remembered.</summary>
    internal decimal? RateOn(DateOnly day, Currency from)
    {
        if (from == to) return 1m;
        if (!_known.TryGetValue((from, day), out var known)) _known[(from, day)] = known = Find(day, from);

        if (known.Doubt is { } code) Note(code, from, day);
        return known.Rate;
    }

    /// <summary>Remembers, as if it had asked itself, what another found missing or old on behalf of the days before one.</summary>
    internal void TakeDoubts(Conversion other, DateOnly before)
    {
        foreach (var (rate, doubt) in other._doubts)
        {
            if (doubt.For < before) _doubts[rate] = doubt;
        }
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

    internal IEnumerable<DataIssue> Issues() =>
        from doubt in _doubts
        group doubt.Key.On by (doubt.Value.Code, doubt.Key.From) into days
        orderby days.Key
        select Describe(days.Key.Code, days.Key.From, (days.Min(), days.Max()));

    private KnownRate Find(DateOnly day, Currency from)
    {
        var found = rates.Lookup(from, to, day);
        var isStale = found is not null && day.DayNumber - found.On.DayNumber > DaysOfGrace;
        return new(found?.Rate, found is null ? DataIssue.RateMissing : isStale ? DataIssue.RateStale : null);
    }

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
        if (!_doubts.TryGetValue((from, day), out var doubt) || For < doubt.For) _doubts[(from, day)] = new(code, For);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct KnownRate(decimal? Rate, string? Doubt);

    /// <summary>What is wrong with a rate, and the first day on whose behalf it was asked for.</summary>
    private readonly record struct Doubt(string Code, DateOnly For);
}
