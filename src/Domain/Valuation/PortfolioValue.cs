using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>What a portfolio is worth at a moment, and how it came to be so, in one currency.</summary>
public sealed record PortfolioValue
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Holdings and cash together.</summary>
    public decimal TotalValue => MarketValue + Cash;

    /// <summary>What the holdings are worth.</summary>
    public required decimal MarketValue { get; init; }

    /// <summary>The cash of all currencies; negative where more went out than came in.</summary>
    public required decimal Cash { get; init; }

    /// <summary>What the holdings cost, at the rates of the days on which they were acquired.</summary>
    public required decimal CostBasis { get; init; }

    /// <summary>Deposits and transfers in, less withdrawals and transfers out, each at the rate of its day.</summary>
    public required decimal NetContributions { get; init; }

    /// <summary>Market value less cost.</summary>
    public required Gain UnrealizedGain { get; init; }

    /// <summary>The part of the unrealized gain that exchange rates made.</summary>
    public required Gain CurrencyGain { get; init; }

    /// <summary>What sales brought over their cost, each side at the rate of its day.</summary>
    public required Gain RealizedGain { get; init; }

    /// <summary>Dividends, interest and rewards, before tax, each at the rate of its day.</summary>
    public required decimal Income { get; init; }

    /// <summary>All fees, those within costs and proceeds included.</summary>
    public required decimal Fees { get; init; }

    /// <summary>All taxes, those within costs included.</summary>
    public required decimal Taxes { get; init; }

    /// <summary>What the holdings gained since the previous close.</summary>
    public required Gain DayChange { get; init; }

    /// <summary>The holdings one by one.</summary>
    public required IReadOnlyList<HoldingValue> Holdings { get; init; }

    /// <summary>The cash currency by currency.</summary>
    public required IReadOnlyList<CashValue> CashBalances { get; init; }

    /// <summary>What is missing or doubtful behind these figures.</summary>
    public required IReadOnlyList<DataIssue> DataIssues { get; init; }
}

/// <summary>The cash in one currency.</summary>
/// <param name="Balance">The balance in its own currency.</param>
/// <param name="Value">The balance in the currency of the valuation; zero where no rate is known.</param>
/// <param name="Weight">The share of all that is owned; zero for a negative balance.</param>
public sealed record CashValue(Money Balance, decimal Value, double Weight);
