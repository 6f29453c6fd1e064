namespace Investr.Domain.Valuation;

/// <summary>One day of a portfolio's life: what it was worth at the end, and what happened on it, in one currency.</summary>
internal readonly record struct ValueDay
{
    internal required DateOnly Date { get; init; }

    /// <summary>Holdings and cash together.</summary>
    internal required decimal Value { get; init; }

    /// <summary>Since the beginning, transfers at their cost.</summary>
    internal required decimal NetContributions { get; init; }

    /// <summary>Deposits and units transferred in, the units at the day's price.</summary>
    internal required decimal Contributions { get; init; }

    /// <summary>Withdrawals and units transferred out, the units at the day's price.</summary>
    internal required decimal Withdrawals { get; init; }

    /// <summary>What the change of exchange rates since yesterday made of yesterday's value.</summary>
    internal required decimal CurrencyGain { get; init; }

    internal required decimal Income { get; init; }

    internal required decimal Fees { get; init; }

    internal required decimal Taxes { get; init; }

    /// <summary>By how much all cash together is below zero; zero where it is not.</summary>
    internal required decimal Overdraft { get; init; }

    /// <summary>By how much the day's payments changed the overdraft: money of which the ledger does not say where it came from.</summary>
    internal required decimal Unexplained { get; init; }

    /// <summary>The day's time-weighted return; NaN where nothing was invested.</summary>
    internal required double Return { get; init; }

    /// <summary>Whether markets were open, so that the return counts for statistics.</summary>
    internal required bool Observed { get; init; }

    /// <summary>What was invested: the value, with the overdraft taken for money from outside.</summary>
    internal decimal Invested => Value + Overdraft;

    /// <summary>What came from outside less what went there.</summary>
    internal decimal Flow => Contributions - Withdrawals + Unexplained;
}
