namespace Investr.Domain.Market.Calendars;

/// <summary>On which days an exchange trades, and when each of them ends.</summary>
public sealed class TradingCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly TimeSpan _close;

    internal TradingCalendar(string name, string zone, TimeSpan close)
    {
        (Name, Zone, _close) = (name, zone, close);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    /// <summary>The name of the exchange, or of what else the calendar is for.</summary>
    public string Name { get; }

    /// <summary>Where its clocks hang, by IANA's name.</summary>
    public string Zone { get; }

    internal bool OpenOnWeekends { get; init; }

    internal IReadOnlyList<Holiday> Holidays { get; init; } = [];

    internal IReadOnlyList<EarlyClose> EarlyCloses { get; init; } = [];

    /// <summary>Whether it trades on a day.</summary>
    /// <param name="day">The day, as its own clocks have it.</param>
    public bool IsTradingDay(DateOnly day) =>
        (OpenOnWeekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) && Holidays.All(holiday => !holiday.FallsOn(day));

    /// <summary>When a trading day ends, in UTC: its usual close, or an early one, by the offset that its clocks have on the day.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset CloseOf(DateOnly day)
    {
        var time = EarlyCloses.FirstOrDefault(early => early.Day.FallsOn(day))?.At ?? _close;
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last trading day that has ended.</summary>
    /// <param name="at">The instant from which one looks back.</param>
    public DateOnly LastClosed(DateTimeOffset at)
    {
        // Clocks may be a day ahead of UTC.
        var day = DateOnly.FromDateTime(at.UtcDateTime).AddDays(1);
        while (!IsTradingDay(day) || CloseOf(day) > at) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The first trading day after a day.</summary>
    /// <param name="day">The day.</param>
    public DateOnly NextTradingDay(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!IsTradingDay(day));

        return day;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A day that ends earlier than others.</summary>
internal sealed record EarlyClose(Holiday Day, TimeSpan At);
