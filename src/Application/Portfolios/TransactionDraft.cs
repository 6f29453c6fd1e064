using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>A transaction as somebody writes it down, before anything of it is checked.</summary>
public sealed record TransactionDraft
{
    /// <summary>What it records.</summary>
    public required TransactionType Type { get; init; }

    /// <summary>The asset, by its identity; this or a symbol, neither for cash.</summary>
    public AssetId? AssetId { get; init; }

    /// <summary>The asset, by its symbol.</summary>
    public string? Symbol { get; init; }

    /// <summary>The day on which it happened.</summary>
    public required DateOnly TradeDate { get; init; }

    /// <summary>How many units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>
    /// The price of one unit. A REWARD without one is worth the day's close. A TRANSFER_IN with one opens a lot at that price; without
    /// one, and without transferredLots, it takes over the lots, with their days and costs, of the TRANSFER_OUT of the same asset, day and quantity from another
    /// portfolio that one may edit and that nothing has taken yet: the one with the same externalId, or else the oldest recorded.
    /// </summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>For a dividend, interest, fee, tax, deposit or withdrawal: the amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of its amounts; the asset's or the portfolio's, if left out.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The fee that came with it.</summary>
    public decimal? Fee { get; init; }

    /// <summary>The tax that came with it.</summary>
    public decimal? Tax { get; init; }

    /// <summary>For a split: how many new units come for one old.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>For a sale under SPECIFIC: which lots it takes from.</summary>
    public IReadOnlyList<LotDraft>? Lots { get; init; }

    /// <summary>For a TRANSFER_IN: the lots that come, with their days and costs, where they do not come from another portfolio here.</summary>
    public IReadOnlyList<TransferredLotDraft>? TransferredLots { get; init; }

    /// <summary>What the user wants to remember of it.</summary>
    public string? Note { get; init; }

    /// <summary>The broker's own id; the same one twice in a portfolio is taken once.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>Units of a lot that a sale names.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Quantity">How many of its units.</param>
public sealed record LotDraft(LotId LotId, decimal Quantity);

/// <summary>Units that a transfer brings, with the day on which they were acquired.</summary>
/// <param name="OpenedOn">The day on which they were acquired.</param>
/// <param name="Quantity">How many, in the units of the day of the transfer.</param>
/// <param name="Cost">What they had cost in all, fees included.</param>
/// <param name="Currency">The currency that was paid; that of the transaction, if left out.</param>
public sealed record TransferredLotDraft(DateOnly OpenedOn, decimal Quantity, decimal Cost, Currency? Currency = null);
