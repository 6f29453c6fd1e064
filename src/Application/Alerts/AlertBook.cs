using Investr.Domain.Alerts;
using Investr.Domain.Market;

namespace Investr.Application.Alerts;

/// <summary>A quote that passes the level of an alert, one way or the other.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Quote">The quote.</param>
public readonly record struct AlertCrossing(PriceAlertId Alert, Quote Quote);

/// <summary>
/// Everybody's alerts in memory, by asset and level, so that a tick finds those that it concerns. What an alert has come to is decided
/// where it is kept; this only tells which to look at.
/// </summary>
public sealed class AlertBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PriceAlertId, PriceAlert> _alerts = [];
    private readonly Dictionary<AssetId, AssetAlerts> _assets = [];

    /// <summary>Whether it has an alert.</summary>
    public bool Contains(PriceAlertId alert)
    {
        lock (_gate) return _alerts.ContainsKey(alert);
    }

    /// <summary>Takes an alert in; one that is there already stays as it is.</summary>
    /// <returns>Whether it is the first one of its asset.</returns>
    public bool Add(PriceAlert alert)
    {
        lock (_gate)
        {
            if (!_alerts.TryAdd(alert.Id, alert)) return false;

            var isFirst = !_assets.TryGetValue(alert.AssetId, out var asset);
            if (isFirst) _assets[alert.AssetId] = asset = new();
            asset![alert.Condition].Add(alert);
            return isFirst;
        }
    }

    /// <summary>Lets go of an alert.</summary>
    /// <returns>Its asset, where that has no other alert; null otherwise.</returns>
    public AssetId? Remove(PriceAlertId id)
    {
        lock (_gate)
        {
            if (!_alerts.Remove(id, out var alert)) return null;

            var asset = _assets[alert.AssetId];
            asset[alert.Condition].Remove(id, alert.Level);
            if (!asset.IsEmpty) return null;

            _assets.Remove(alert.AssetId);
            return alert.AssetId;
        }
    }

    /// <summary>Looks at a quote; one that is older than the asset's last one does not count.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="tell">Takes each crossing in; false where there is no room, and then it is told with the next quote.</param>
    public void Offer(Quote quote, Func<AlertCrossing, bool> tell)
    {
        lock (_gate)
        {
            if (_assets.TryGetValue(quote.Asset, out var asset)) asset.Offer(quote, alert => tell(new(alert, quote)));
        }
    }

    private sealed class AssetAlerts
    {
        private static readonly AlertCondition[] Conditions = Enum.GetValues<AlertCondition>();

        private readonly AlertLadder[] _ladders = [.. Conditions.Select(_ => new AlertLadder())];
        private DateTimeOffset _last;

        public AlertLadder this[AlertCondition condition] => _ladders[(int)condition];

        public bool IsEmpty => Array.TrueForAll(_ladders, ladder => ladder.IsEmpty);

        public void Offer(Quote quote, Func<PriceAlertId, bool> tell)
        {
            if (quote.AsOf < _last) return;

            var isNewDay = quote.AsOf.UtcDateTime.Date > _last.UtcDateTime.Date;
            foreach (var condition in Conditions)
            {
                if (condition.MeasureOf(quote) is { } measure)
                    this[condition].Move(measure, isNewDay && condition == AlertCondition.DayChangeExceeds, tell);
            }

            _last = quote.AsOf;
        }
    }
}
