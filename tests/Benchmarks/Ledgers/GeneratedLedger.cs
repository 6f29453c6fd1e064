using System.Globalization;
using System.Text;

namespace Investr.Benchmarks.Ledgers;

/// <summary>A ledger of any length over 250 assets and 12 years, as a file in the generic format; the same one every time.</summary>
internal static class GeneratedLedger
{
    private const int Years = 12;

    /// <summary>Of ten entries eight buy ten units, one sells two of them and one is a dividend; at first, cash comes in.</summary>
    public static string Csv(IReadOnlyList<string> symbols, int entries, DateOnly until)
    {
        var (first, text) = (until.AddYears(-Years), new StringBuilder("date,type,symbol,quantity,unitPrice,amount,currency,fee\n"));
        text.Append(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd},DEPOSIT,,,,100000000,USD,\n");
        for (var i = 1; i < entries; i++)
        {
            var day = first.AddDays((int)((long)i * (until.DayNumber - first.DayNumber) / entries));
            var (symbol, price) = (symbols[i % symbols.Count], 50 + (i * 37 % 200));
            text.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(',');

            // Each asset is bought before it is first sold or pays.
            text.Append((i / symbols.Count % 10) switch
            {
                8 => string.Create(CultureInfo.InvariantCulture, $"SELL,{symbol},2,{price},,,1\n"),
                9 => string.Create(CultureInfo.InvariantCulture, $"DIVIDEND,{symbol},,,{price},,\n"),
                _ => string.Create(CultureInfo.InvariantCulture, $"BUY,{symbol},10,{price},,,1\n"),
            });
        }

        return text.ToString();
    }
}
