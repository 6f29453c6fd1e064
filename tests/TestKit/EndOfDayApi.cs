using System.Globalization;
using System.Text;

namespace Investr.TestKit;

/// <summary>The API of Marketstack as a stub: a close of every weekday for every symbol that it is asked for.</summary>
public static class EndOfDayApi
{
    /// <summary>Where it answers.</summary>
    public const string Path = "/eod";

    /// <summary>The settings that send the service there, as the environment names them.</summary>
    public static IReadOnlyList<(string Name, string? Value)> SettingsFor(MarketStub stub) =>
    [
        ("MarketData__Marketstack__ApiKey", "key"),
        ("MarketData__Marketstack__BaseAddress", stub.Address.ToString()),
        ("MarketData__Marketstack__PerMonth", "1000000"),
        ("MarketData__Ecb__Enabled", "false"),
    ];

    /// <summary>The symbols of a call.</summary>
    public static string[] SymbolsOf(StubCall call) => call.Query["symbols"].Split(',');

    /// <summary>What it answers.</summary>
    public static StubAnswer Answer(StubCall call)
    {
        var (from, to) = (Day(call.Query["date_from"]), Day(call.Query["date_to"]));
        var rows = new StringBuilder("{\"data\":[");
        foreach (var symbol in SymbolsOf(call))
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;

                if (rows[^1] == '}') rows.Append(',');
                rows.Append(CultureInfo.InvariantCulture, $$"""{"symbol":"{{symbol}}","date":"{{day:yyyy-MM-dd}}T00:00:00+0000","close":{{100 + day.Day}}.25,"dividend":0,"split_factor":1}""");
            }
        }

        return new(rows.Append("]}").ToString());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
