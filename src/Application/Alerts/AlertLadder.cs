using Investr.Domain.Alerts;

namespace Investr.Application.Alerts;

/// <summary>Alerts of one asset with the same condition, by the level above which they fire.</summary>
internal sealed class AlertLadder
{
    private readonly SortedSet<Rung> _armed = [];
    private readonly SortedSet<Rung> _fired = [];

    public bool IsEmpty => _armed.Count == 0 && _fired.Count == 0;

    public void Add(PriceAlert alert) => (alert.IsArmed ? _armed : _fired).Add(new(alert.Level, alert.Id));

    public void Remove(PriceAlertId id, decimal level)
    {
        if (!_armed.Remove(new(level, id))) _fired.Remove(new(level, id));
    }

    /// <summary>Moves the measure: tells every alert that it passes on its way, and no other. It costs a logarithm and what it tells.</summary>
    /// <param name="measure">Where it is now.</param>
    /// <param name="isNewDay">Whether those that have fired may fire again.</param>
    /// <param name="tell">Takes the alert in; false where there is no room, and then it is told with the next move.</param>
    public void Move(decimal measure, bool isNewDay, Func<PriceAlertId, bool> tell)
    {
        if (isNewDay)
        {
            foreach (var rung in _fired.Where(rung => rung.Level < measure)) tell(rung.Alert);
        }

        while (_armed.Count > 0 && _armed.Min is var rung && rung.Level < measure && tell(rung.Alert)) Pass(rung, _armed, _fired);
        while (_fired.Count > 0 && _fired.Max is var rung && rung.Level >= measure && tell(rung.Alert)) Pass(rung, _fired, _armed);
    }

    private static void Pass(Rung rung, SortedSet<Rung> from, SortedSet<Rung> to)
    {
        from.Remove(rung);
        to.Add(rung);
    }

    private readonly record struct Rung(decimal Level, PriceAlertId Alert) : IComparable<Rung>
    {
        public int CompareTo(Rung other) =>
            Level.CompareTo(other.Level) is var order and not 0 ? order : Alert.Value.CompareTo(other.Alert.Value);
    }
}
