using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>
/// What a portfolio owns in each currency while history is walked. Yesterday's value in a currency times the change of its rate is
/// the day's currency gain; all the rest is the market's.
/// </summary>
internal sealed class CurrencyBook(Conversion conversion)
{
    private readonly List<Currency> _currencies = [];
    private readonly List<Balance> _balances = [];
    private DateOnly _day;
    private decimal _overdraft;

    internal int PlaceOf(Currency currency)
    {
        var place = _currencies.IndexOf(currency);
        if (place >= 0) return place;

        _currencies.Add(currency);
        _balances.Add(new(currency));
        return _currencies.Count - 1;
    }

    internal void Begin(DateOnly day) => _day = day;

    internal bool HasRate(int place) => RateOf(_balances[place]) is not null;

    internal decimal RateOf(int place) => RateOf(_balances[place]).GetValueOrDefault();

    internal void AddCash(Money effect) => _balances[PlaceOf(effect.Currency)].Cash += effect.Amount;

    internal void ClearHoldings()
    {
        foreach (var balance in _balances) balance.Holdings = 0;
    }

    internal void AddHolding(int place, decimal value) => _balances[place].Holdings += value;

    internal Worth Close()
    {
        var (value, cash, earlierCash, currencyGain) = (0m, 0m, 0m, 0m);
        foreach (var balance in _balances)
        {
            if (balance.IsEmpty) continue;

            var rate = RateOf(balance).GetValueOrDefault();
            if (balance.RateBefore is { } before && balance.Rate is not null) currencyGain += balance.Yesterday * (rate - before);
            cash += balance.Cash * rate;
            earlierCash += balance.CashYesterday * rate;
            value += (balance.Cash + balance.Holdings) * rate;
            (balance.Yesterday, balance.CashYesterday) = (balance.Cash + balance.Holdings, balance.Cash);
        }

        // An overdraft changes with rates too, and that is no money from anywhere.
        var overdraft = Math.Max(-cash, 0);
        var unexplained = overdraft - (_overdraft == 0 ? 0 : Math.Max(-earlierCash, 0));
        _overdraft = overdraft;
        return new(value, currencyGain, overdraft, unexplained);
    }

    // Asked for on the days alone on which something is owned: the rate of nothing cannot be missing.
    private decimal? RateOf(Balance balance)
    {
        if (balance.RatedOn == _day) return balance.Rate;

        (balance.RatedOn, balance.RateBefore) = (_day, balance.Rate);
        return balance.Rate = conversion.RateOn(_day, balance.Currency);
    }

    internal readonly record struct Worth(decimal Value, decimal CurrencyGain, decimal Overdraft, decimal Unexplained);

    private sealed class Balance(Currency currency)
    {
        internal Currency Currency => currency;

        internal decimal Cash { get; set; }

        internal decimal CashYesterday { get; set; }

        internal decimal Holdings { get; set; }

        /// <summary>Cash and holdings at the end of the day before.</summary>
        internal decimal Yesterday { get; set; }

        internal decimal? Rate { get; set; }

        internal decimal? RateBefore { get; set; }

        internal DateOnly RatedOn { get; set; }

        internal bool IsEmpty => Cash == 0 && Holdings == 0 && Yesterday == 0 && CashYesterday == 0;
    }
}
