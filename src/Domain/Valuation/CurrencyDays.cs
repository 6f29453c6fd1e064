using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>What a portfolio owns in one currency, day by day: what is paid and held is added first, then the days are gone through.</summary>
internal sealed class CurrencyDays(Currency currency, Conversion conversion, DateOnly first, int days)
{
    private const decimal NotAsked = -1;

    private readonly decimal[] _paid = new decimal[days];
    private readonly decimal[] _holdings = new decimal[days];
    private readonly decimal[] _rates = [.. Enumerable.Repeat(NotAsked, days)];

    internal Currency Currency => currency;

    internal decimal Cash { get; private set; }

    internal decimal CashYesterday { get; private set; }

    internal decimal Holdings { get; private set; }

    /// <summary>Cash and holdings of the day before.</summary>
    internal decimal Yesterday { get; private set; }

    internal void AddCash(DateOnly on, decimal effect) => _paid[on.DayNumber - first.DayNumber] += effect;

    internal void AddHolding(int place, decimal value) => _holdings[place] += value;

    internal bool HasRate(int place) => RateOn(place) != 0;

    /// <summary>The day's rate; zero where there is none.</summary>
    /// <remarks>Ask for the days alone on which something is owned: the rate of nothing cannot be missing.</remarks>
    internal decimal RateOn(int place)
    {
        ref var rate = ref _rates[place];
        if (rate != NotAsked) return rate;

        conversion.For = first.AddDays(place);
        return rate = conversion.RateOn(conversion.For, currency).GetValueOrDefault();
    }

    /// <summary>By how much the rate changed since the day before; zero where one of the two is missing.</summary>
    internal decimal RateChangeOn(int place) => HasRate(place) && HasRate(place - 1) ? RateOn(place) - RateOn(place - 1) : 0;

    /// <summary>Takes over from an earlier version the days before a place.</summary>
    internal void Resume(CurrencyDays earlier, int place)
    {
        Array.Copy(earlier._paid, _paid, place);
        Array.Copy(earlier._holdings, _holdings, place);
        Array.Copy(earlier._rates, _rates, place);
        for (var day = 0; day < place; day++) CarryOver(day);
    }

    /// <summary>Goes on to the next day.</summary>
    /// <returns>Whether anything is owned, or was the day before.</returns>
    internal bool CarryOver(int place)
    {
        (Yesterday, CashYesterday) = (Cash + Holdings, Cash);
        (Cash, Holdings) = (Cash + _paid[place], _holdings[place]);
        return Cash != 0 || Holdings != 0 || Yesterday != 0 || CashYesterday != 0;
    }
}
