using static System.DayOfWeek;

namespace Investr.Domain.Market.Calendars;

/// <summary>When exchanges of America and Europe are shut, by rule; days that were declared once (a funeral, a jubilee) by date.</summary>
internal static class WesternHolidays
{
    internal static Holiday GoodFriday => Holiday.Easter(-2);

    internal static Holiday EasterMonday => Holiday.Easter(1);

    internal static Holiday Christmas => Holiday.On(12, 25);

    internal static Holiday BoxingDay => Holiday.On(12, 26);

    internal static IReadOnlyList<Holiday> NewYork { get; } =
    [
        Holiday.On(1, 1).Moved(SundayToMonday),
        Holiday.Nth(3, Monday, 1), Holiday.Nth(3, Monday, 2), GoodFriday, Holiday.Last(Monday, 5),
        Holiday.On(6, 19).Since(2022).Moved(ToNearestWeekday), Holiday.On(7, 4).Moved(ToNearestWeekday),
        Holiday.Nth(1, Monday, 9), Holiday.Nth(4, Thursday, 11), Christmas.Moved(ToNearestWeekday),
        Holiday.Once(2018, 12, 5), Holiday.Once(2025, 1, 9),
    ];

    /// <summary>The eve of Independence Day, the day after Thanksgiving, and Christmas Eve, where they are trading days.</summary>
    internal static IReadOnlyList<Holiday> NewYorkEarly { get; } = [Holiday.On(7, 3), Holiday.Nth(4, Thursday, 11).Later(1), Holiday.On(12, 24)];

    internal static IReadOnlyList<Holiday> London { get; } =
    [
        Holiday.On(1, 1).Moved(WeekendToMonday), GoodFriday, EasterMonday,
        Holiday.Nth(1, Monday, 5).Moved(day => day.Year == 2020 ? new(2020, 5, 8) : day),
        Holiday.Last(Monday, 5).Moved(day => day.Year == 2022 ? new(2022, 6, 2) : day), Holiday.Last(Monday, 8),

        // Of the two days of Christmas each that is of a weekend is kept two days later: they never meet so.
        Christmas.Moved(day => day.DayOfWeek switch { Saturday or Sunday => day.AddDays(2), _ => day }),
        BoxingDay.Moved(day => day.DayOfWeek switch { Saturday or Sunday => day.AddDays(2), _ => day }),
        Holiday.Once(2022, 6, 3), Holiday.Once(2022, 9, 19), Holiday.Once(2023, 5, 8),
    ];

    internal static IReadOnlyList<Holiday> YearEnds { get; } = [Holiday.On(12, 24).OrFridayBefore(), Holiday.On(12, 31).OrFridayBefore()];

    /// <summary>Those of TARGET, which the exchanges of Euronext keep too.</summary>
    internal static IReadOnlyList<Holiday> Target { get; } =
        [Holiday.On(1, 1), GoodFriday, EasterMonday, Holiday.On(5, 1), Christmas, BoxingDay];

    internal static IReadOnlyList<Holiday> Frankfurt { get; } = [.. Target, Holiday.On(12, 24), Holiday.On(12, 31)];

    internal static IReadOnlyList<Holiday> Zurich { get; } =
        [.. Frankfurt, Holiday.On(1, 2), Holiday.Easter(39), Holiday.Easter(50), Holiday.On(8, 1)];

    private static DateOnly? SundayToMonday(DateOnly day) => day.DayOfWeek == Sunday ? day.AddDays(1) : day;

    private static DateOnly? WeekendToMonday(DateOnly day) => day.DayOfWeek == Saturday ? day.AddDays(2) : SundayToMonday(day);

    private static DateOnly? ToNearestWeekday(DateOnly day) => day.DayOfWeek == Saturday ? day.AddDays(-1) : SundayToMonday(day);
}
