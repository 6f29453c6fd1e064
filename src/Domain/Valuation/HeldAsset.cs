using Investr.Domain.Market;

namespace Investr.Domain.Valuation;

/// <summary>
/// One asset in a history: first it takes on its entries, then its days are walked through, once. A day costs only what is new on it.
/// </summary>
internal sealed class HeldAsset(Asset asset, CurrencyDays currency, PriceSeries? prices)
{
    private const int DaysOfGrace = 7;

    private readonly List<AssetMoves> _moves = [];
    private int _next;
    private int _pricedOn;
    private decimal? _price;
    private DaySpan? _unpriced;
    private DaySpan? _stale;

    /// <summary>What the entries of a day move; those of one day come after those of the days before.</summary>
    internal AssetMoves On(DateOnly day)
    {
        if (_moves.Count == 0 || _moves[^1].On != day) _moves.Add(new(day));
        return _moves[^1];
    }

    /// <summary>Adds to every day what the asset was on it.</summary>
    /// <param name="days">The days, without a gap.</param>
    /// <param name="first">The first of them.</param>
    internal void AddTo(HoldingDay[] days, DateOnly first)
    {
        var (units, cost, value) = (0m, 0m, 0m);
        for (var turn = 0; turn < _moves.Count; turn++)
        {
            var moves = _moves[turn];
            var begin = moves.On.DayNumber;
            if (moves.SplitBy != 1) Split(begin, moves.SplitBy);
            units = moves.Held;
            cost = units == 0 ? 0 : cost + moves.Traded.Cost + moves.MovedIn.Cost - moves.MovedOut.Cost;

            // The day on which the last unit goes counts still.
            var next = turn + 1 < _moves.Count ? _moves[turn + 1].On.DayNumber : first.DayNumber + days.Length;
            var end = units == 0 ? begin + 1 : next;
            for (var day = begin; day < end; day++)
            {
                if (GoOnTo(day) || day == begin) value = units * _price.GetValueOrDefault();
                if (units != 0) Doubt(day);

                var place = day - first.DayNumber;
                ref var sums = ref days[place];
                if (_price is not null) sums.Priced++;
                if (_price is not null && _pricedOn == day) sums.Fresh++;

                var price = _price is null || !currency.HasRate(place) ? null : _price;
                if (price is null) sums.AtCost += cost;
                else currency.AddHolding(place, value);
                if (day == begin) sums.Add(moves, price, currency.RateOn(place));
            }
        }
    }

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

    // A close from before a split is one of old units; what is carried on is that of the new ones.
    private void Split(int day, decimal by)
    {
        GoOnTo(day - 1);
        _price /= by;
    }

    private void Doubt(int day)
    {
        if (_price is null) _unpriced = DaySpan.With(_unpriced, DateOnly.FromDayNumber(day));
        else if (day - _pricedOn > DaysOfGrace) _stale = DaySpan.With(_stale, DateOnly.FromDayNumber(day));
    }

    // Takes on the last close up to a day; false where there is none since the last time.
    private bool GoOnTo(int day)
    {
        var points = prices is null ? [] : prices.Span;
        if (_next == points.Length || points[_next].Date.DayNumber > day) return false;

        while (_next < points.Length && points[_next].Date.DayNumber <= day) _next++;
        (_pricedOn, _price) = (points[_next - 1].Date.DayNumber, points[_next - 1].Close);
        return true;
    }
}

/// <summary>The first and the last day of something.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    internal static DaySpan With(DaySpan? span, DateOnly day) => new(span?.First ?? day, day);
}
