using System.Globalization;
using static System.DayOfWeek;

namespace Investr.Domain.Market.Calendars;

/// <summary>When the exchanges of Tokyo and Hong Kong are shut, by the laws of today; days that were moved once for games or an enthronement are not told.</summary>
internal static class EasternHolidays
{
    // .NET's tables reach from 1901 to 2100.
    private static readonly ChineseLunisolarCalendar Lunar = new();

    // What the law names, before the days that it adds beside them.
    private static readonly Holiday[] JapaneseByLaw =
    [
        Holiday.On(1, 1), Holiday.Nth(2, Monday, 1), Holiday.On(2, 11), Holiday.On(2, 23).Since(2020), Holiday.By(year => Equinox(year, 3, 20.8431)),
        Holiday.On(4, 29), Holiday.On(5, 3), Holiday.On(5, 4), Holiday.On(5, 5), Holiday.Nth(3, Monday, 7), Holiday.On(8, 11),
        Holiday.Nth(3, Monday, 9), Holiday.By(year => Equinox(year, 9, 23.2488)), Holiday.Nth(2, Monday, 10), Holiday.On(11, 3), Holiday.On(11, 23),
    ];

    internal static IReadOnlyList<Holiday> Tokyo { get; } =
    [
        .. JapaneseByLaw, .. JapaneseByLaw.Select(holiday => holiday.Moved(StandsInFor)),
        Holiday.By(BetweenTwo), Holiday.On(1, 2), Holiday.On(1, 3), Holiday.On(12, 31),
    ];

    internal static IReadOnlyList<Holiday> HongKong { get; } = Shifted(
    [
        Holiday.On(1, 1), LunarDay(1, 1), LunarDay(1, 2), LunarDay(1, 3), Holiday.By(TombSweeping),
        WesternHolidays.GoodFriday, WesternHolidays.EasterMonday, Holiday.On(5, 1), LunarDay(4, 8), LunarDay(5, 5), Holiday.On(7, 1),
        LunarDay(8, 16), Holiday.On(10, 1), LunarDay(9, 9), WesternHolidays.Christmas, WesternHolidays.BoxingDay,
    ]);

    /// <summary>The eves of the two New Years and of Christmas, where they are trading days.</summary>
    internal static IReadOnlyList<Holiday> HongKongEarly { get; } = [LunarDay(1, 1).Later(-1), Holiday.On(12, 24), Holiday.On(12, 31)];

    // The Sun enters a twelfth of its way a little earlier each leap cycle: the usual approximation for 1980 to 2099.
    private static DateOnly? Equinox(int year, int month, double of1980) =>
        new DateOnly(year, month, (int)(of1980 + (0.242194 * (year - 1980)) - ((year - 1980) / 4)));

    private static DateOnly? TombSweeping(int year) => new DateOnly(year, 4, (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4));

    // A Sunday's holiday is kept on the next day that is none.
    private static DateOnly? StandsInFor(DateOnly holiday)
    {
        if (holiday.DayOfWeek != Sunday) return null;

        var day = holiday.AddDays(1);
        while (JapaneseByLaw.Any(other => other.In(day.Year) == day)) day = day.AddDays(1);
        return day;
    }

    // A single day between two holidays is one too; it happens in September alone.
    private static DateOnly? BetweenTwo(int year)
    {
        var aged = Holiday.Nth(3, Monday, 9).In(year)!.Value;
        return Equinox(year, 9, 23.2488) == aged.AddDays(2) ? aged.AddDays(1) : null;
    }

    private static Holiday LunarDay(int month, int day) => Holiday.By(year =>
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    });

    // Of Hong Kong's holidays each that meets a Sunday or another of them is kept on the next free weekday; a Saturday's is lost.
    private static IReadOnlyList<Holiday> Shifted(IReadOnlyList<Holiday> holidays) =>
        [.. Enumerable.Range(0, holidays.Count).Select(place => Holiday.By(year => InTurn(holidays, year)[place]))];

    private static DateOnly[] InTurn(IReadOnlyList<Holiday> holidays, int year)
    {
        DateOnly[] asNamed = [.. holidays.Select(holiday => holiday.In(year)!.Value)];
        List<DateOnly> kept = [];
        foreach (var (place, named) in asNamed.Index())
        {
            var day = named;
            while (day.DayOfWeek == Sunday || kept.Contains(day) || (day != named && asNamed.Contains(day))) day = day.AddDays(1);
            kept.Add(day);
        }

        return [.. kept];
    }
}
