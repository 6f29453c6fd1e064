using Investr.Domain.Market;

namespace Investr.Domain.Valuation;

/// <summary>
/// One asset in a history: first it takes on its entries, then its days are walked through, once. A day costs only what is new on it.
/// </summary>
/// <param name="asset">The asset.</param>
/// <param name="currency">What is owned in its currency.</param>
/// <param name="prices">Its closes, if it has any.</param>
/// <param name="moves">What its entries moved on the days that are known already.</param>
internal sealed class HeldAsset(Asset asset, CurrencyDays currency, PriceSeries? prices, IEnumerable<AssetMoves> moves)
{
    private const int DaysOfGrace = 7;

    private readonly List<AssetMoves> _moves = [.. moves];
    private int _next;
    private DateOnly _pricedOn;
    private decimal? _price;
    private DaySpan? _unpriced;
    private DaySpan? _stale;

    /// <summary>What the entries of a day move; those of one day come after those of the days before.</summary>
    internal AssetMoves On(DateOnly day)
    {
        if (_moves.Count == 0 || _moves[^1].On != day) _moves.Add(new(day));
        return _moves[^1];
    }

    /// <summary>What its entries moved before a day.</summary>
    internal IEnumerable<AssetMoves> MovesBefore(DateOnly day) => _moves.TakeWhile(moves => moves.On < day);

    /// <summary>Whether a market says the same of it.</summary>
    internal bool IsAsIn(MarketHistory market) =>
        ReferenceEquals(market.Prices.GetValueOrDefault(asset.Id), prices)
        && market.Assets.TryGetValue(asset.Id, out var known) && known.Currency == asset.Currency;

    /// <summary>Adds to the days what the asset was on each.</summary>
    /// <param name="days">The days, without a gap.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="from">The place of the first day that wants it; those before have it.</param>
    internal void AddTo(HoldingDay[] days, DateOnly first, int from)
    {
        var (cost, value, isNew) = (0m, 0m, false);
        for (var turn = 0; turn < _moves.Count; turn++)
        {
            var moves = _moves[turn];
            var begin = moves.On.DayNumber - first.DayNumber;
            if (moves.SplitBy != 1) Split(moves.On, moves.SplitBy);
            cost = moves.Held == 0 ? 0 : cost + moves.Traded.Cost + moves.MovedIn.Cost - moves.MovedOut.Cost;
            isNew = true;

            // The day on which the last unit goes counts still.
            var next = turn + 1 < _moves.Count ? _moves[turn + 1].On.DayNumber - first.DayNumber : days.Length;
            var end = moves.Held == 0 ? begin + 1 : next;
            for (var place = begin; place < end; place++)
            {
                var day = first.AddDays(place);
                isNew |= GoOnTo(day);
                if (moves.Held != 0) Doubt(day);
                if (place < from) continue;

                if (isNew) value = moves.Held * _price.GetValueOrDefault();
                isNew = false;

                ref var sums = ref days[place];
                if (_price is not null) sums.Priced++;
                if (_price is not null && _pricedOn == day) sums.Fresh++;

                var price = _price is null || !currency.HasRate(place) ? null : _price;
                if (price is null) sums.AtCost += cost;
                else currency.AddHolding(place, value);
                if (place == begin) sums.Add(moves, price, currency.RateOn(place));
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
    private void Split(DateOnly day, decimal by)
    {
        GoOnTo(day.AddDays(-1));
        _price /= by;
    }

    private void Doubt(DateOnly day)
    {
        if (_price is null) _unpriced = DaySpan.With(_unpriced, day);
        else if (day.DayNumber - _pricedOn.DayNumber > DaysOfGrace) _stale = DaySpan.With(_stale, day);
    }

    // Takes on the last close up to a day; false where there is none since the last time.
    private bool GoOnTo(DateOnly day)
    {
        var points = prices is null ? [] : prices.Span;
        if (_next == points.Length || points[_next].Date > day) return false;

        while (_next < points.Length && points[_next].Date <= day) _next++;
        (_pricedOn, _price) = (points[_next - 1].Date, points[_next - 1].Close);
        return true;
    }
}

/// <summary>The first and the last day of something.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    internal static DaySpan With(DaySpan? span, DateOnly day) => new(span?.First ?? day, day);
}
