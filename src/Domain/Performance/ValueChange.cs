using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>How the value changed over a period: the start and the parts add up to the end, to the last digit.</summary>
/// <remarks>Every amount is kept to twelve decimal places, so that adding them up needs no more digits than a decimal has.</remarks>
public sealed record ValueChange
{
    private const int Places = 12;

    /// <summary>The value at the end of the first day; nothing where the portfolio began within the period.</summary>
    public required decimal Start { get; init; }

    /// <summary>Deposits, and units transferred in at the price of their day.</summary>
    public required decimal Contributions { get; init; }

    /// <summary>Withdrawals, and units transferred out at the price of their day.</summary>
    public required decimal Withdrawals { get; init; }

    /// <summary>What prices made, before charges.</summary>
    public required decimal MarketGain { get; init; }

    /// <summary>What exchange rates made.</summary>
    public required decimal CurrencyGain { get; init; }

    /// <summary>Dividends, interest and rewards, before charges.</summary>
    public required decimal Income { get; init; }

    /// <summary>All fees, those of trades included.</summary>
    public required decimal Fees { get; init; }

    /// <summary>All taxes, those of trades included.</summary>
    public required decimal Taxes { get; init; }

    /// <summary>The value at the end of the last day.</summary>
    public required decimal End { get; init; }

    /// <summary>What was gained: all that is neither contribution nor withdrawal.</summary>
    public decimal Gain => End - Start - Contributions + Withdrawals;

    internal static ValueChange Over(decimal start, ReadOnlySpan<ValueDay> days)
    {
        var (contributions, withdrawals, currencyGain, income, fees, taxes) = (0m, 0m, 0m, 0m, 0m, 0m);
        foreach (ref readonly var day in days)
        {
            contributions += day.Contributions;
            withdrawals += day.Withdrawals;
            currencyGain += day.CurrencyGain;
            income += day.Income;
            fees += day.Fees;
            taxes += day.Taxes;
        }

        var change = new ValueChange
        {
            Start = Kept(start),
            Contributions = Kept(contributions),
            Withdrawals = Kept(withdrawals),
            MarketGain = 0,
            CurrencyGain = Kept(currencyGain),
            Income = Kept(income),
            Fees = Kept(fees),
            Taxes = Kept(taxes),
            End = Kept(days.IsEmpty ? start : days[^1].Value),
        };

        return change with { MarketGain = change.Gain - change.CurrencyGain - change.Income + change.Fees + change.Taxes };
    }

    private static decimal Kept(decimal amount) => decimal.Round(amount, Places);
}
