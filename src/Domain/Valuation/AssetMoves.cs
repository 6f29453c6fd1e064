namespace Investr.Domain.Valuation;

/// <summary>What the entries of one day move of one asset.</summary>
internal sealed class AssetMoves(DateOnly on)
{
    internal DateOnly On => on;

    /// <summary>Units held after the last entry so far.</summary>
    internal decimal Held { get; set; }

    /// <summary>New units for an old one.</summary>
    internal decimal SplitBy { get; set; } = 1;

    /// <summary>What purchases, rewards and sales change; transfers are no trades.</summary>
    internal UnitsAndCost Traded { get; set; }

    /// <summary>What transfers in bring.</summary>
    internal UnitsAndCost MovedIn { get; set; }

    /// <summary>What transfers out take.</summary>
    internal UnitsAndCost MovedOut { get; set; }
}

/// <summary>Units of an asset with their cost, in the currency of the history.</summary>
internal readonly record struct UnitsAndCost(decimal Units, decimal Cost)
{
    public static UnitsAndCost operator +(UnitsAndCost left, UnitsAndCost right) => new(left.Units + right.Units, left.Cost + right.Cost);

    public static UnitsAndCost operator -(UnitsAndCost left, UnitsAndCost right) => new(left.Units - right.Units, left.Cost - right.Cost);
}

/// <summary>What the assets of a portfolio come to together on one day, in the currency of the history.</summary>
internal struct HoldingDay
{
    /// <summary>The cost of what has no price, or no rate for it.</summary>
    internal decimal AtCost;

    internal decimal MovedIn;
    internal decimal MovedOut;
    internal decimal Traded;

    /// <summary>How many assets are held that have a price.</summary>
    internal int Priced;

    /// <summary>How many of them have one of this very day.</summary>
    internal int Fresh;

    /// <summary>Adds what was moved, at the day's price; at cost where there is none.</summary>
    internal void Add(AssetMoves moves, decimal? price, decimal rate)
    {
        MovedIn += Worth(moves.MovedIn);
        MovedOut += Worth(moves.MovedOut);
        Traded += Worth(moves.Traded);

        decimal Worth(UnitsAndCost moved) => price is { } known ? moved.Units * known * rate : moved.Cost;
    }
}
