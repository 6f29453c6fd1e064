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

        _currencies.Add(new(currency, conversion, first, days));
        return _currencies[^1];
    }

    /// <summary>Closes a day, when everything of it has been added; the days one after the other.</summary>
    internal Worth Close(int place)
    {
        var (value, cash, earlierCash, currencyGain) = (0m, 0m, 0m, 0m);
        foreach (var owned in _currencies)
        {
            if (!owned.CarryOver(place)) continue;

            var rate = owned.RateOn(place);
            if (owned.Yesterday != 0 && owned.HasRate(place - 1) && owned.HasRate(place))
                currencyGain += owned.Yesterday * (rate - owned.RateOn(place - 1));
            cash += owned.Cash * rate;
            earlierCash += owned.CashYesterday * rate;
            value += owned.Today * rate;
        }

        // An overdraft changes with rates too, and that is no money from anywhere.
        var overdraft = Math.Max(-cash, 0);
        var unexplained = overdraft - (_overdraft == 0 ? 0 : Math.Max(-earlierCash, 0));
        _overdraft = overdraft;
        return new(value, currencyGain, overdraft, unexplained);
    }

    internal readonly record struct Worth(decimal Value, decimal CurrencyGain, decimal Overdraft, decimal Unexplained);
}
