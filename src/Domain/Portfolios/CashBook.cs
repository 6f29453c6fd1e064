using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>The cash in each currency while the ledger is replayed, and since when a balance is below zero.</summary>
internal sealed class CashBook
{
    private readonly SortedDictionary<Currency, decimal> _balances = [];
    private readonly Dictionary<Currency, DateOnly> _belowSince = [];
    private readonly List<Overdraft> _over = [];
    private readonly HashSet<Currency> _moved = [];
    private DateOnly _day;

    internal IEnumerable<Money> Balances => _balances.Select(balance => new Money(balance.Value, balance.Key));

    internal void Add(Money effect, DateOnly on)
    {
        if (on != _day) EndDay(on);
        _balances[effect.Currency] = _balances.GetValueOrDefault(effect.Currency) + effect.Amount;
        _moved.Add(effect.Currency);
    }

    /// <summary>The overdrafts up to the end of the day that was entered last.</summary>
    internal IReadOnlyList<Overdraft> Overdrafts()
    {
        EndDay(_day);
        var open = _belowSince.Select(below => new Overdraft(below.Key, below.Value, To: null));
        return [.. _over.Concat(open).OrderBy(overdraft => overdraft.From).ThenBy(overdraft => overdraft.Currency)];
    }

    // What goes below zero and comes back within a day was only written down in that order.
    private void EndDay(DateOnly next)
    {
        foreach (var currency in _moved)
        {
            if (_balances[currency] < 0) _belowSince.TryAdd(currency, _day);
            else if (_belowSince.Remove(currency, out var since)) _over.Add(new(currency, since, _day.AddDays(-1)));
        }

        _moved.Clear();
        _day = next;
    }
}
