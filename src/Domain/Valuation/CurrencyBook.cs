using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>
/// What a portfolio owns in each currency, day by day. Yesterday's value in a currency times the change of its rate is the day's
/// currency gain; all the rest is the market's.
/// </summary>
internal sealed class CurrencyBook(Conversion conversion, DateOnly first, int days)
{
    private readonly List<CurrencyDays> _currencies = [];
    private decimal _overdraft;

    /// <summary>What is owned in one currency.</summary>
    internal CurrencyDays Of(Currency currency)
    {
        foreach (var known in _currencies)
        {
            if (known.Currency == currency) return known;
        }

        // By code, so that sums are made in the same order whichever entry came first.
        var owned = new CurrencyDays(currency, conversion, first, days);
        _currencies.Insert(_currencies.Count(known => known.Currency < currency), owned);
        return owned;
    }

    /// <summary>Takes over from an earlier book the days before a place, which are closed already.</summary>
    internal void Resume(CurrencyBook earlier, int place, decimal overdraft)
    {
        foreach (var owned in earlier._currencies) Of(owned.Currency).Resume(owned, place);
        _overdraft = overdraft;
    }

    /// <summary>Closes a day, when everything of it has been added; the days one after the other.</summary>
    internal Worth Close(int place)
    {
        var (holdings, cash, earlierCash, currencyGain) = (0m, 0m, 0m, 0m);
        foreach (var owned in _currencies)
        {
            if (!owned.CarryOver(place)) continue;

            var rate = owned.RateOn(place);
            holdings += owned.Holdings * rate;
            cash += owned.Cash * rate;
            if (_overdraft > 0) earlierCash += owned.CashYesterday * rate;
            if (owned.Yesterday != 0) currencyGain += owned.Yesterday * owned.RateChangeOn(place);
        }

        // An overdraft changes with rates too, and that is no money from anywhere.
        var overdraft = Math.Max(-cash, 0);
        var unexplained = overdraft - Math.Max(-earlierCash, 0);
        _overdraft = overdraft;
        return new(holdings + cash, currencyGain, overdraft, unexplained);
    }

    internal readonly record struct Worth(decimal Value, decimal CurrencyGain, decimal Overdraft, decimal Unexplained);
}
