using System.Globalization;
using Investr.Domain.Market;

namespace Investr.Application.Market.Daily;

/// <summary>Closes are checked before they are believed.</summary>
internal static class CloseChecks
{
    // A close a hundred times the last one is a mistaken unit, not news.
    private const decimal LargestJump = 100;

    /// <summary>Why what was told of an asset is not believed, in a sentence; null where it is.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="known">The last close before that is known.</param>
    /// <param name="from">The first day that was asked for.</param>
    /// <param name="until">The last day that is over.</param>
    public static string? DoubtOf(DaysOfAsset told, StoredPrice? known, DateOnly from, DateOnly until)
    {
        PricePoint[] closes = [.. told.Closes.Where(close => close.Date <= until).OrderBy(close => close.Date)];
        if (closes.Length == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{told.Source} has no close from {from:yyyy-MM-dd} to {until:yyyy-MM-dd}.");
        if (closes.Any(close => close.Close <= 0)) return $"{told.Source} told of a close that is not positive.";

        var before = known is null ? closes[0] : new PricePoint(known.Date, known.Close);
        foreach (var close in closes)
        {
            var wasSplit = told.Splits.Any(split => split.On > before.Date && split.On <= close.Date);
            if (!wasSplit && (close.Close >= before.Close * LargestJump || close.Close <= before.Close / LargestJump))
                return $"{told.Source} told of a close a hundred times the one before, or less than a hundredth of it.";
            before = close;
        }

        return null;
    }
}
