using System.Globalization;
using System.Text.Json;
using Investr.Domain.Market;
using Investr.Domain.Market.Calendars;
using Investr.TestKit;

namespace Investr.Domain.Tests.Market;

public sealed class TradingCalendarTests
{
    private static readonly TradingCalendar NewYork = Named("NYSE");

    // Days that were declared once, and are told by date or not at all.
    private static readonly string[] DeclaredInNewYork = ["2018-12-05", "2025-01-09"];

    [Fact]
    public void New_York_is_shut_on_the_days_that_are_published_and_on_no_other()
    {
        using var hours = JsonDocument.Parse(Reference("reference/market-hours-lean-extract.json"));
        var published = DaysOf(hours.RootElement.GetProperty("Equity-usa-[*]").GetProperty("holidays").EnumerateArray().Select(day => day.GetString()!))
            .Where(day => day.Year is >= 2014 and <= 2028).Concat(DeclaredInNewYork.Select(A.Day)).Distinct().Order();

        var found = Weekdays("2014-01-01", "2028-12-31").Where(day => !NewYork.IsTradingDay(day));

        Assert.Equal(published.Where(IsWeekday), found);
    }

    [Fact]
    public void New_York_closes_at_one_on_the_days_that_are_published_and_on_no_other()
    {
        using var hours = JsonDocument.Parse(Reference("reference/market-hours-lean-extract.json"));
        var published = DaysOf(hours.RootElement.GetProperty("Equity-usa-[*]").GetProperty("earlyCloses").EnumerateObject().Select(day => day.Name))
            .Where(day => day.Year is >= 2014 and <= 2028 && IsWeekday(day)).Order();

        var found = Weekdays("2014-01-01", "2028-12-31")
            .Where(day => NewYork.IsTradingDay(day) && LocalClose(NewYork, day) == new TimeOnly(13, 0));

        Assert.Equal(published, found);
    }

    [Fact]
    public void Exchange_rates_are_published_on_the_days_of_the_target_calendar()
    {
        var published = Reference("fx/eurofxref-hist.csv").Split('\n').Skip(1).Where(line => line.Length > 10).Select(line => A.Day(line[..10]))
            .Where(day => day >= A.Day("2012-01-01")).Order().ToList();

        var found = Weekdays("2012-01-01", published[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Where(TradingCalendars.Target.IsTradingDay);

        Assert.Equal(published, found);
    }

    [Theory]
    [InlineData("TSE", 2024, "01-01 01-02 01-03 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04 12-31")]
    [InlineData("TSE", 2026, "01-01 01-02 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23 12-31")]
    [InlineData("HKEX", 2021, "01-01 02-12 02-15 04-02 04-05 04-06 05-19 06-14 07-01 09-22 10-01 10-14 12-27")]
    [InlineData("HKEX", 2024, "01-01 02-12 02-13 03-29 04-01 04-04 05-01 05-15 06-10 07-01 09-18 10-01 10-11 12-25 12-26")]
    [InlineData("LSE", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("LSE", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("XETRA", 2024, "01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31")]
    [InlineData("EURONEXT", 2024, "01-01 03-29 04-01 05-01 12-25 12-26")]
    [InlineData("SIX", 2024, "01-01 01-02 03-29 04-01 05-01 05-09 05-20 08-01 12-24 12-25 12-26 12-31")]
    public void Holidays_are_those_that_the_exchange_announced(string exchange, int year, string days)
    {
        var announced = days.Split(' ').Select(day => A.Day($"{year}-{day}"));

        Assert.Equal(announced, Weekdays($"{year}-01-01", $"{year}-12-31").Where(day => !Named(exchange).IsTradingDay(day)));
    }

    [Theory]

    // America's clocks change on 8 March 2026, Europe's on 29 March: for three weeks the two closes are an hour nearer.
    [InlineData("NYSE", "2026-03-06", "2026-03-06T21:00:00Z")]
    [InlineData("NYSE", "2026-03-09", "2026-03-09T20:00:00Z")]
    [InlineData("XETRA", "2026-03-27", "2026-03-27T16:35:00Z")]
    [InlineData("XETRA", "2026-03-30", "2026-03-30T15:35:00Z")]
    [InlineData("NYSE", "2026-10-30", "2026-10-30T20:00:00Z")]
    [InlineData("NYSE", "2026-11-02", "2026-11-02T21:00:00Z")]

    // The day after Thanksgiving ends at one; Tokyo knows no summer time; a day of coins ends with it.
    [InlineData("NYSE", "2026-11-27", "2026-11-27T18:00:00Z")]
    [InlineData("LSE", "2026-12-24", "2026-12-24T12:35:00Z")]
    [InlineData("TSE", "2026-07-01", "2026-07-01T06:30:00Z")]
    [InlineData("EVERY_DAY", "2026-03-29", "2026-03-30T00:00:00Z")]
    public void A_close_is_an_instant_by_the_offset_of_its_day(string exchange, string day, string close) =>
        Assert.Equal(DateTimeOffset.Parse(close, CultureInfo.InvariantCulture), Named(exchange).CloseOf(A.Day(day)));

    [Theory]
    [InlineData("NYSE", "2024-02-28", "2024-02-29")]
    [InlineData("NYSE", "2024-02-29", "2024-03-01")]
    [InlineData("NYSE", "2023-02-28", "2023-03-01")]
    [InlineData("EVERY_DAY", "2024-02-28", "2024-02-29")]
    [InlineData("NYSE", "2024-03-28", "2024-04-01")]
    [InlineData("XETRA", "2024-03-28", "2024-04-02")]
    public void The_next_trading_day_is_found_over_leap_days_weekends_and_Easter(string exchange, string day, string next) =>
        Assert.Equal(A.Day(next), Named(exchange).NextTradingDay(A.Day(day)));

    [Theory]
    [InlineData("NYSE", "2026-03-09T19:59:59Z", "2026-03-06")]
    [InlineData("NYSE", "2026-03-09T20:00:00Z", "2026-03-09")]
    [InlineData("NYSE", "2026-03-08T12:00:00Z", "2026-03-06")]
    [InlineData("ASX", "2026-01-04T23:30:00Z", "2026-01-02")]
    [InlineData("ASX", "2026-01-05T05:10:00Z", "2026-01-05")]
    [InlineData("EVERY_DAY", "2024-03-01T00:00:00Z", "2024-02-29")]
    public void The_last_closed_day_is_the_last_whose_close_is_past(string exchange, string at, string day) =>
        Assert.Equal(A.Day(day), Named(exchange).LastClosed(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(AssetType.Stock, "NASDAQ", "NYSE")]
    [InlineData(AssetType.Etf, "nyse_arca", "NYSE")]
    [InlineData(AssetType.Stock, "XETR", "XETRA")]
    [InlineData(AssetType.Crypto, null, "EVERY_DAY")]
    [InlineData(AssetType.Crypto, "NASDAQ", "EVERY_DAY")]
    [InlineData(AssetType.Bond, null, "WEEKDAYS")]
    [InlineData(AssetType.Stock, "Bourse of Nowhere", "WEEKDAYS")]
    public void An_asset_follows_its_exchange(AssetType type, string? exchange, string calendar) =>
        Assert.Equal(calendar, TradingCalendars.Of(type, exchange).Name);

    private static TradingCalendar Named(string name) => TradingCalendars.Find(name)!;

    private static string Reference(string path)
    {
        var file = Path.Combine(Repository.Folder, "../shared/market-data/history", path);
        if (!File.Exists(file)) Assert.Skip($"There is no {file}.");
        return File.ReadAllText(file);
    }

    private static IEnumerable<DateOnly> DaysOf(IEnumerable<string> days) =>
        days.Select(day => DateOnly.ParseExact(day, "M/d/yyyy", CultureInfo.InvariantCulture));

    private static IEnumerable<DateOnly> Weekdays(string from, string to)
    {
        for (var day = A.Day(from); day <= A.Day(to); day = day.AddDays(1))
        {
            if (IsWeekday(day)) yield return day;
        }
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static TimeOnly LocalClose(TradingCalendar calendar, DateOnly day) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(calendar.CloseOf(day), TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone)).DateTime);
}
