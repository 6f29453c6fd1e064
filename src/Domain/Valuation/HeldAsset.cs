using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>One asset while history is walked: its units, their cost and the last close. A day costs only what is new on it.</summary>
internal sealed class HeldAsset(Asset asset, int currency, PriceSeries? prices)
{
    private const int DaysOfGrace = 7;

    private readonly IReadOnlyList<PricePoint> _points = prices?.Points ?? [];
    private int _next;
    private DateOnly _pricedOn;
    private decimal? _price;
    private DaySpan? _unpriced;
    private DaySpan? _stale;

    internal Asset Asset => asset;

    /// <summary>The place of the asset's currency among those of the walk.</summary>
    internal int Currency => currency;

    internal decimal Units { get; private set; }

    /// <summary>What the units cost, in the currency of the history.</summary>
    internal decimal Cost { get; private set; }

    /// <summary>Units times the last close, in the asset's currency.</summary>
    internal decimal Value { get; private set; }

    internal bool IsPriced => _price is not null;

    /// <summary>Whether the day itself brought a close.</summary>
    internal bool IsFresh { get; private set; }

    /// <summary>What the day's purchases, rewards and sales changed; transfers are no trades.</summary>
    internal UnitsAndCost Traded { get; private set; }

    /// <summary>What the day's transfers in brought.</summary>
    internal UnitsAndCost MovedIn { get; private set; }

    /// <summary>What the day's transfers out took.</summary>
    internal UnitsAndCost MovedOut { get; private set; }

    internal void Trade(decimal units, decimal cost) => Traded = new(Traded.Units + units, Traded.Cost + cost);

    internal void MoveIn(decimal units, decimal cost) => MovedIn = new(MovedIn.Units + units, MovedIn.Cost + cost);

    internal void MoveOut(decimal units, decimal cost) => MovedOut = new(MovedOut.Units + units, MovedOut.Cost + cost);

    /// <summary>A close from before a split is one of old units; what is carried on is that of the new ones.</summary>
    internal void Split(Ratio ratio, DateOnly on)
    {
        GoOnTo(on.AddDays(-1));
        _price /= ratio.ToDecimal();
    }

    /// <summary>Takes on the units that the day's entries left.</summary>
    internal void Hold(Quantity quantity)
    {
        Units = quantity.Units;
        Cost = Units == 0 ? 0 : Cost + Traded.Cost + MovedIn.Cost - MovedOut.Cost;
        Value = Units * _price.GetValueOrDefault();
    }

    /// <summary>Takes on the last close up to a day.</summary>
    internal void Advance(DateOnly day)
    {
        if (GoOnTo(day)) Value = Units * _price.GetValueOrDefault();
        IsFresh = IsPriced && _pricedOn == day;

        if (Units == 0) return;
        if (!IsPriced) _unpriced = DaySpan.With(_unpriced, day);
        else if (day.DayNumber - _pricedOn.DayNumber > DaysOfGrace) _stale = DaySpan.With(_stale, day);
    }

    /// <summary>What units are worth in the asset's currency.</summary>
    internal decimal ValueOf(decimal units) => units * _price.GetValueOrDefault();

    /// <summary>Forgets the day's entries, when they have been counted.</summary>
    internal void EndDay() => (Traded, MovedIn, MovedOut) = (default, default, default);

    internal IEnumerable<DataIssue> Issues()
    {
        if (_unpriced is { } unpriced)
        {
            yield return new(
                DataIssue.PriceMissing, $"No price of {asset.Symbol} is known; it counts at cost.", asset.Id, unpriced.First, unpriced.Last);
        }

        if (_stale is { } stale)
        {
            yield return new(
                DataIssue.PriceStale,
                $"A price of {asset.Symbol} is carried on for more than {DaysOfGrace} days.",
                asset.Id,
                stale.First,
                stale.Last);
        }
    }

    private bool GoOnTo(DateOnly day)
    {
        if (_next == _points.Count || _points[_next].Date > day) return false;

        while (_next < _points.Count && _points[_next].Date <= day) _next++;
        (_pricedOn, _price) = (_points[_next - 1].Date, _points[_next - 1].Close);
        return true;
    }
}

/// <summary>Units of an asset with their cost.</summary>
internal readonly record struct UnitsAndCost(decimal Units, decimal Cost);

/// <summary>The first and the last day of something.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    internal static DaySpan With(DaySpan? span, DateOnly day) => new(span?.First ?? day, day);
}
