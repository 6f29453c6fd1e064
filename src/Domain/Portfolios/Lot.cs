using System.Buffers.Binary;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Identifies a lot; the identity is that of the entry that opened it.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct LotId(Guid Value)
{
    /// <summary>The lot that an entry opens.</summary>
    /// <param name="opening">The entry.</param>
    public static LotId Of(TransactionId opening) => new(opening.Value);

    /// <summary>The identity of a further lot that the same entry opens; the first is the entry's own.</summary>
    internal LotId Next(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes);

        // The last bytes of an identity are random; another number there is another identity.
        var tail = bytes[12..];
        BinaryPrimitives.WriteInt32BigEndian(tail, BinaryPrimitives.ReadInt32BigEndian(tail) ^ number);
        return new(new Guid(bytes));
    }

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>Units that came in together and are still held, in whole or in part.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="OpenedOn">The day on which the units were acquired.</param>
/// <param name="Quantity">The units that are left, in today's units after every split.</param>
/// <param name="CostBasis">What those units cost, fee and tax included, in the currency that was paid (pence count as pounds).</param>
public sealed record Lot(LotId Id, DateOnly OpenedOn, Quantity Quantity, Money CostBasis)
{
    /// <summary>Where the cost is an average, the purchases behind it; null where it is that of the day on which the lot was opened.</summary>
    internal PurchasePool? Pool { get; init; }

    /// <summary>What one unit cost.</summary>
    public Money UnitCost => CostBasis with { Amount = Proportion.PerUnit(CostBasis.Amount, Quantity.Units) };
}
