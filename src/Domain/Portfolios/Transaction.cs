using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Users;

namespace Investr.Domain.Portfolios;

/// <summary>Identifies an entry of a ledger.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct TransactionId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static TransactionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>What an entry of a ledger records.</summary>
public enum TransactionType
{
    /// <summary>Units bought.</summary>
    Buy,

    /// <summary>Units sold.</summary>
    Sell,

    /// <summary>Profit paid out to the holder.</summary>
    Dividend,

    /// <summary>Interest received.</summary>
    Interest,

    /// <summary>A fee of its own, such as for custody.</summary>
    Fee,

    /// <summary>A tax of its own.</summary>
    Tax,

    /// <summary>Cash put in.</summary>
    Deposit,

    /// <summary>Cash taken out.</summary>
    Withdrawal,

    /// <summary>Units that came from another portfolio.</summary>
    TransferIn,

    /// <summary>Units that went to another portfolio.</summary>
    TransferOut,

    /// <summary>Units received for nothing: staking, airdrops, stock dividends.</summary>
    Reward,

    /// <summary>A split of units into more, or into fewer.</summary>
    Split,
}

/// <summary>An entry of the ledger: a closed set of records, none of which changes once it is entered.</summary>
/// <remarks>Every amount in it is in its own <see cref="Currency"/>. Fees and taxes are given as positive amounts.</remarks>
public abstract record Transaction
{
    private protected Transaction()
    {
    }

    /// <summary>Its identity.</summary>
    public required TransactionId Id { get; init; }

    /// <summary>The day on which it happened.</summary>
    public required DateOnly TradeDate { get; init; }

    /// <summary>The currency of its amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The fee that came with it.</summary>
    public decimal Fee { get; init; }

    /// <summary>The tax that came with it.</summary>
    public decimal Tax { get; init; }

    /// <summary>What the user wants to remember of it.</summary>
    public string? Note { get; init; }

    /// <summary>The broker's own identity of it, unique in a portfolio.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who entered it; null where the account is gone.</summary>
    public UserId? RecordedBy { get; init; }

    /// <summary>Its place among the entries of its day; the ledger gives it when the entry is recorded.</summary>
    public int Sequence { get; init; }

    /// <summary>The entry that it corrects; that one no longer counts.</summary>
    public TransactionId? Supersedes { get; init; }

    /// <summary>What it records.</summary>
    public abstract TransactionType Type { get; }

    /// <summary>The asset that it is about; null where it is about cash alone.</summary>
    public abstract AssetId? Subject { get; }

    /// <summary>What it adds to the cash balance in its currency; negative where it takes from it.</summary>
    public abstract decimal CashEffect { get; }

    internal Money CashEffectInMajor => new Money(CashEffect, Currency).InMajor();

    /// <summary>What no ledger would take, whatever else is in it; empty where nothing is wrong.</summary>
    public IReadOnlyList<TransactionFault> Faults() => TransactionRules.FaultsOf(this);
}

/// <summary>What is wrong with a field of a transaction.</summary>
/// <param name="Field">The field, by its name in the API, such as unitPrice.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record TransactionFault(string Field, string Message);
