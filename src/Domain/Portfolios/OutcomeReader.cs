using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>Tells what the entries of a ledger made, each in its turn; what every asset came to by itself is worked out before.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="method">How sales are matched with lots.</param>
/// <param name="asOf">The last day; null for the last of all.</param>
/// <param name="since">The first day that is read; null for the first of all.</param>
internal sealed class OutcomeReader(Ledger ledger, CostBasisMethod method, DateOnly? asOf, DateOnly? since = null)
{
    private readonly Dictionary<AssetId, Place> _places = [];

    /// <summary>What the next entry made of the units of its asset; nothing where it is about none.</summary>
    internal Outcome Read(Transaction entry) => entry.Subject is { } asset ? PlaceIn(asset).Next() : Outcome.None;

    /// <summary>What all entries left of an asset.</summary>
    internal Holding HoldingOf(AssetId asset) => PlaceIn(asset).History.Holding;

    private Place PlaceIn(AssetId asset)
    {
        if (_places.TryGetValue(asset, out var place)) return place;

        var strand = ledger.Strands[asset];
        return _places[asset] = new(strand.UpTo(asOf).By(method), strand.CountBefore(since));
    }

    private sealed class Place(HoldingHistory history, int next)
    {
        private int _next = next;

        internal HoldingHistory History => history;

        internal Outcome Next() => history.Outcomes[_next++];
    }
}
