using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>An entry by which units of an asset come or go.</summary>
public abstract record UnitTransaction : Transaction
{
    private protected UnitTransaction()
    {
    }

    /// <summary>The asset.</summary>
    public required AssetId Asset { get; init; }

    /// <summary>How many units, always positive.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>What one unit cost, brought or was worth; only a transfer out may leave it open.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Units times price, before fee and tax; zero where there is no price.</summary>
    public decimal GrossAmount => Quantity.Units * UnitPrice.GetValueOrDefault();

    /// <inheritdoc/>
    public sealed override AssetId? Subject => Asset;
}

/// <summary>Units bought. Fee and tax belong to their cost.</summary>
public sealed record Buy : UnitTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Buy;

    /// <inheritdoc/>
    public override decimal CashEffect => -(GrossAmount + Fee + Tax);
}

/// <summary>Units sold. The fee lowers the proceeds; the tax, being on the gain, does not.</summary>
public sealed record Sell : UnitTransaction
{
    /// <summary>The lots to take from under <see cref="CostBasisMethod.Specific"/>; what they do not name, the oldest give.</summary>
    public IReadOnlyList<LotSelection> Lots { get; init; } = [];

    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Sell;

    /// <inheritdoc/>
    public override decimal CashEffect => GrossAmount - Fee - Tax;
}

/// <summary>Units of a lot that a sale names.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How many of its units.</param>
public sealed record LotSelection(LotId Lot, Quantity Quantity);

/// <summary>Units received for nothing. They are income at their fair value, and that is their cost.</summary>
public sealed record Reward : UnitTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Reward;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Fee + Tax);
}

/// <summary>Units that came from another portfolio at what they had cost there.</summary>
public sealed record TransferIn : UnitTransaction
{
    /// <summary>
    /// The lots that came, with their days and costs, as the other portfolio handed them over; without any, one lot opens on the
    /// day of the transfer at its price.
    /// </summary>
    public IReadOnlyList<TransferredLot> Lots { get; init; } = [];

    /// <summary>
    /// The transfer out of the other portfolio that handed the lots over: the first entry of its line, where it was corrected since.
    /// Null where none did.
    /// </summary>
    public TransactionId? TakenFrom { get; init; }

    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.TransferIn;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Fee + Tax);
}

/// <summary>Units that went to another portfolio with their cost; nothing is realized.</summary>
public sealed record TransferOut : UnitTransaction
{
    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.TransferOut;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Fee + Tax);
}

/// <summary>Units of one lot on their way from one portfolio to another.</summary>
/// <param name="OpenedOn">The day on which they were acquired.</param>
/// <param name="Quantity">How many, in the units of the day of the transfer.</param>
/// <param name="Cost">What they had cost, in the currency that was paid.</param>
public sealed record TransferredLot(DateOnly OpenedOn, Quantity Quantity, Money Cost);

/// <summary>A split: every unit held becomes a number of new ones, and the cost stays.</summary>
/// <remarks>It takes effect before anything else on its day: what is traded on that day is traded in new units.</remarks>
public sealed record Split : Transaction
{
    /// <summary>The asset.</summary>
    public required AssetId Asset { get; init; }

    /// <summary>New units for old ones: 3:1 triples them, 1:10 leaves a tenth.</summary>
    public required Ratio Ratio { get; init; }

    /// <inheritdoc/>
    public override TransactionType Type => TransactionType.Split;

    /// <inheritdoc/>
    public override AssetId? Subject => Asset;

    /// <inheritdoc/>
    public override decimal CashEffect => -(Fee + Tax);
}
