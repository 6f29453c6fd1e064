namespace Investr.Domain.Portfolios;

/// <summary>A way of matching sales with lots: which lot comes first, and at what cost.</summary>
internal abstract class LotMatching : IComparer<OpenLot>
{
    /// <summary>Whether every unit costs the average of all that are held.</summary>
    internal virtual bool AveragesCost => false;

    /// <summary>Whether a sale may name the lots that it takes from.</summary>
    internal virtual bool LetsSalesChoose => false;

    internal static LotMatching By(CostBasisMethod method) => method switch
    {
        CostBasisMethod.Fifo => new OldestFirst(),
        CostBasisMethod.Lifo => new NewestFirst(),
        CostBasisMethod.Hifo => new DearestFirst(),
        CostBasisMethod.Average => new AtAverageCost(),
        CostBasisMethod.Specific => new AsNamed(),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a cost basis method."),
    };

    /// <summary>Less than zero where the left lot is sold before the right one.</summary>
    public abstract int Compare(OpenLot? x, OpenLot? y);

    private static int ByAge(OpenLot? left, OpenLot? right)
    {
        var order = left!.OpenedOn.CompareTo(right!.OpenedOn);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }

    private sealed class OldestFirst : LotMatching
    {
        public override int Compare(OpenLot? x, OpenLot? y) => ByAge(x, y);
    }

    private sealed class NewestFirst : LotMatching
    {
        public override int Compare(OpenLot? x, OpenLot? y) => ByAge(y, x);
    }

    private sealed class DearestFirst : LotMatching
    {
        public override int Compare(OpenLot? x, OpenLot? y)
        {
            var order = y!.CostOfPart.CompareTo(x!.CostOfPart);
            return order != 0 ? order : ByAge(x, y);
        }
    }

    private sealed class AtAverageCost : LotMatching
    {
        internal override bool AveragesCost => true;

        public override int Compare(OpenLot? x, OpenLot? y) => ByAge(x, y);
    }

    private sealed class AsNamed : LotMatching
    {
        internal override bool LetsSalesChoose => true;

        public override int Compare(OpenLot? x, OpenLot? y) => ByAge(x, y);
    }
}
