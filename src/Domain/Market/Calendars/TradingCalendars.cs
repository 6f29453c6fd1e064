using System.Collections.Frozen;

namespace Investr.Domain.Market.Calendars;

/// <summary>The calendars that are known, and which one an asset follows.</summary>
/// <remarks>
/// Closes are those of the closing auction, by the hours of today; holidays are found by rule, so that no year runs out. An exchange of which only
/// the hours are known counts every weekday: on its holidays a source is asked in vain, and nothing else goes wrong.
/// </remarks>
public static class TradingCalendars
{
    /// <summary>What is traded day and night, such as crypto currencies: every day of UTC.</summary>
    public static TradingCalendar EveryDay { get; } = new("EVERY_DAY", "Etc/UTC", TimeSpan.FromDays(1)) { OpenOnWeekends = true };

    /// <summary>What is known of an exchange that is not known: weekdays, over when they are in UTC.</summary>
    public static TradingCalendar Weekdays { get; } = new("WEEKDAYS", "Etc/UTC", TimeSpan.FromDays(1));

    /// <summary>The days on which the European Central Bank publishes reference rates, around four in the afternoon.</summary>
    public static TradingCalendar Target { get; } = new("TARGET", "Europe/Berlin", At(16, 0)) { Holidays = WesternHolidays.Target };

    private static readonly (TradingCalendar Calendar, string[] Exchanges)[] Known =
    [
        (new("NYSE", "America/New_York", At(16, 0))
        {
            Holidays = WesternHolidays.NewYork,
            EarlyCloses = Early(WesternHolidays.NewYorkEarly, At(13, 0)),
        }, ["NASDAQ", "NYSE_ARCA", "ARCA", "NYSE_AMERICAN", "AMEX", "CBOE_BZX", "BATS", "XNYS", "XNAS", "ARCX", "XASE"]),
        (new("LSE", "Europe/London", At(16, 35))
        {
            Holidays = WesternHolidays.London,
            EarlyCloses = Early(WesternHolidays.YearEnds, At(12, 35)),
        }, ["XLON", "LONDON"]),
        (new("XETRA", "Europe/Berlin", At(17, 35)) { Holidays = WesternHolidays.Frankfurt }, ["XETR", "XFRA", "FRANKFURT", "FWB"]),
        (new("EURONEXT", "Europe/Paris", At(17, 35))
        {
            Holidays = WesternHolidays.Target,
            EarlyCloses = Early([Holiday.On(12, 24), Holiday.On(12, 31)], At(14, 10)),
        }, ["EURONEXT_PARIS", "EURONEXT_AMSTERDAM", "EURONEXT_BRUSSELS", "EURONEXT_LISBON", "XPAR", "XAMS", "XBRU", "XLIS"]),
        (new("SIX", "Europe/Zurich", At(17, 30)) { Holidays = WesternHolidays.Zurich }, ["XSWX"]),
        (new("TSE", "Asia/Tokyo", At(15, 30)) { Holidays = EasternHolidays.Tokyo }, ["XTKS", "TOKYO", "JPX"]),
        (new("HKEX", "Asia/Hong_Kong", At(16, 10))
        {
            Holidays = EasternHolidays.HongKong,
            EarlyCloses = Early(EasternHolidays.HongKongEarly, At(12, 10)),
        }, ["XHKG", "HONG_KONG"]),
        (new("TSX", "America/Toronto", At(16, 0)), ["XTSE"]),
        (new("B3", "America/Sao_Paulo", At(18, 0)), ["BVMF"]),
        (new("BORSA_ITALIANA", "Europe/Rome", At(17, 35)), ["XMIL"]),
        (new("BME", "Europe/Madrid", At(17, 35)), ["XMAD"]),
        (new("NASDAQ_NORDIC", "Europe/Stockholm", At(17, 30)),
            ["NASDAQ_STOCKHOLM", "NASDAQ_COPENHAGEN", "NASDAQ_HELSINKI", "OSLO_BORS", "XSTO", "XCSE", "XHEL", "XOSL"]),
        (new("ASX", "Australia/Sydney", At(16, 10)), ["XASX"]),
        (new("NSE_INDIA", "Asia/Kolkata", At(15, 30)), ["XNSE", "XBOM", "BSE"]),
        (new("TWSE", "Asia/Taipei", At(13, 30)), ["XTAI"]),
        (new("KRX", "Asia/Seoul", At(15, 30)), ["XKRX"]),
        (new("SSE", "Asia/Shanghai", At(15, 0)), ["XSHG", "XSHE", "SZSE"]),
        (new("SGX", "Asia/Singapore", At(17, 16)), ["XSES"]),
    ];

    private static readonly FrozenDictionary<string, TradingCalendar> ByExchange = Known
        .SelectMany(known => known.Exchanges.Append(known.Calendar.Name), (known, exchange) => (exchange, known.Calendar))
        .ToFrozenDictionary(known => known.exchange, known => known.Calendar, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every calendar that assets may follow. <see cref="Target"/> is for exchange rates, and not among them.</summary>
    public static IReadOnlyList<TradingCalendar> All { get; } = [.. Known.Select(known => known.Calendar), Weekdays, EveryDay];

    /// <summary>The calendar that an asset follows: its exchange's; every day for a crypto currency, weekdays for what is traded elsewhere.</summary>
    /// <param name="asset">The asset.</param>
    public static TradingCalendar Of(Asset asset) => Of(asset.Type, asset.Exchange);

    /// <summary>The calendar of an exchange, by its name or market identifier code in any case.</summary>
    /// <param name="type">What is traded.</param>
    /// <param name="exchange">Where.</param>
    public static TradingCalendar Of(AssetType type, string? exchange) =>
        type == AssetType.Crypto ? EveryDay : exchange is not null && ByExchange.TryGetValue(exchange, out var known) ? known : Weekdays;

    /// <summary>A calendar by its name; null where there is none of that name.</summary>
    /// <param name="name">The name.</param>
    public static TradingCalendar? Find(string name) =>
        name == Target.Name ? Target : All.FirstOrDefault(calendar => calendar.Name == name);

    private static TimeSpan At(int hours, int minutes) => new(hours, minutes, 0);

    private static IReadOnlyList<EarlyClose> Early(IReadOnlyList<Holiday> days, TimeSpan at) => [.. days.Select(day => new EarlyClose(day, at))];
}
