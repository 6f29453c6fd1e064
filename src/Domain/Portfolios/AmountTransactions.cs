using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>An entry by which an amount of cash comes or goes.</summary>
public abstract record AmountTransaction : Transaction
{
    private protected AmountTransaction()
    {
    }

    /// <summary>The asset that the amount is for; a dividend has one, the others may.</summary>
    public AssetId? Asset { get; init; }

    /// <summary>The amount before fee and tax.</summary>
    public required decimal Amount { get; init; }

    /// <inheritdoc/>
    public sealed override AssetId? Subject => Asset;
}

/// <summary>Profit paid out to the holder of an asset: income.</summary>
public sealed record Dividend : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Dividend;

    /// <inheritdoc/>
    public override decimal CashEffect => Amount - Fee - Tax;
}

/// <summary>Interest received: income. A negative amount is interest paid.</summary>
public sealed record Interest : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Interest;

    /// <inheritdoc/>
    public override decimal CashEffect => Amount - Fee - Tax;
}

/// <summary>A fee of its own. A negative amount is a refund.</summary>
public sealed record Fee : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Fee;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Amount + base.Fee + Tax);
}

/// <summary>A tax of its own. A negative amount is a refund.</summary>
public sealed record Tax : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Tax;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Amount + Fee + base.Tax);
}

/// <summary>Cash put in.</summary>
public sealed record Deposit : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Deposit;

    /// <inheritdoc/>
    public override decimal CashEffect => Amount - Fee - Tax;
}

/// <summary>Cash taken out.</summary>
public sealed record Withdrawal : AmountTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Withdrawal;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Amount + Fee + Tax);
}
