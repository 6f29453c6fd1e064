using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>The cash in each currency while a ledger is gone through, and since when a balance is below zero.</summary>
internal sealed class CashBook
{
    private readonly List<Balance> _balances = [];
    private readonly List<Overdraft> _over = [];
    private DateOnly _day;

    /// <summary>The balances, by currency.</summary>
    internal IEnumerable<Money> Balances =>
        _balances.OrderBy(balance => balance.Currency).Select(balance => new Money(balance.Amount, balance.Currency));

    internal void Add(Transaction entry)
    {
        if (entry.TradeDate != _day) EndDay(entry.TradeDate);

        var effect = entry.CashEffectInMajor;
        BalanceIn(effect.Currency).Amount += effect.Amount;
    }

    /// <summary>The overdrafts up to the end of the day that was entered last.</summary>
    internal IReadOnlyList<Overdraft> Overdrafts()
    {
        EndDay(_day);
        var open = _balances.Where(balance => balance.BelowSince is not null)
            .Select(balance => new Overdraft(balance.Currency, balance.BelowSince!.Value, To: null));
        return [.. _over.Concat(open).OrderBy(overdraft => overdraft.From).ThenBy(overdraft => overdraft.Currency)];
    }

    // What goes below zero and comes back within a day was only written down in that order.
    private void EndDay(DateOnly next)
    {
        foreach (var balance in _balances)
        {
            if (balance.Amount < 0)
            {
                balance.BelowSince ??= _day;
            }
            else if (balance.BelowSince is { } since)
            {
                _over.Add(new(balance.Currency, since, _day.AddDays(-1)));
                balance.BelowSince = null;
            }
        }

        _day = next;
    }

    private Balance BalanceIn(Currency currency)
    {
        foreach (var balance in _balances)
        {
            if (balance.Currency == currency) return balance;
        }

        _balances.Add(new(currency));
        return _balances[^1];
    }

    private sealed class Balance(Currency currency)
    {
        internal Currency Currency => currency;

        internal decimal Amount { get; set; }

        internal DateOnly? BelowSince { get; set; }
    }
}
