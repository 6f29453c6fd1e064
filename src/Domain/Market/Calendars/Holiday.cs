namespace Investr.Domain.Market.Calendars;

/// <summary>A day of the year, by the rule that finds it; null in a year that does not have it.</summary>
internal sealed class Holiday(Func<int, DateOnly?> find)
{
    /// <summary>The same day every year.</summary>
    public static Holiday On(int month, int day) => new(year => new DateOnly(year, month, day));

    /// <summary>A day of one year alone.</summary>
    public static Holiday Once(int year, int month, int day) => new(asked => asked == year ? new DateOnly(year, month, day) : null);

    /// <summary>The first, second, … Monday (or another weekday) of a month.</summary>
    public static Holiday Nth(int nth, DayOfWeek weekday, int month) => new(year =>
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    });

    /// <summary>The last Monday (or another weekday) of a month.</summary>
    public static Holiday Last(DayOfWeek weekday, int month) => new(year =>
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7));
    });

    /// <summary>So many days after Easter Sunday: -2 is Good Friday, 1 is Easter Monday.</summary>
    public static Holiday Easter(int days) => new(year => EasterOf(year).AddDays(days));

    /// <summary>Found by a rule of its own.</summary>
    public static Holiday By(Func<int, DateOnly?> find) => new(find);

    /// <summary>From a year on.</summary>
    public Holiday Since(int first) => new(year => year >= first ? find(year) : null);

    /// <summary>Moved by a rule, such as that a Sunday's holiday is kept on Monday.</summary>
    public Holiday Moved(Func<DateOnly, DateOnly?> move) => new(year => find(year) is { } day ? move(day) : null);

    /// <summary>A number of days later.</summary>
    public Holiday Later(int days) => Moved(day => day.AddDays(days));

    /// <summary>The Friday before, where it falls on a weekend.</summary>
    public Holiday OrFridayBefore() => Moved(day => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    });

    // What is moved out of its year, or into it, falls on a day of the year beside.
    public bool FallsOn(DateOnly day) => find(day.Year) == day || (day.Month == 1 && find(day.Year - 1) == day);

    public DateOnly? In(int year) => find(year);

    // The computus as Meeus gives it after an anonymous correspondent of Nature (1876); good for the Gregorian calendar.
    private static DateOnly EasterOf(int year)
    {
        var (golden, century, ofCentury) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
