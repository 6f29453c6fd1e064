using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>Days as an API tells of them, turned into what is known of a listing in a span.</summary>
internal static class ReportedHistory
{
    /// <summary>The closes, and the actions where the API tells them with the days; null where no day of the span has a close.</summary>
    /// <param name="days">The days, in any order; one without a close above zero is none.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="units">Units of the listing's currency for one of that in which the API tells.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="withActions">Whether the days tell dividends and splits.</param>
    internal static DailyHistory? Of(
        IEnumerable<ReportedDay> days, Listing listing, decimal units, DateOnly from, DateOnly to, bool withActions = false)
    {
        List<ReportedDay> asked = [.. days.Where(day => day.Date >= from && day.Date <= to && day.Close > 0)];
        if (asked.Count == 0) return null;

        var closes = new PriceSeries(listing.Asset, asked.Select(day => new PricePoint(day.Date, day.Close!.Value * units)));
        return new DailyHistory(closes, withActions ? ActionsIn(asked, listing, units) : null);
    }

    private static CorporateActions ActionsIn(List<ReportedDay> days, Listing listing, decimal units)
    {
        // A dividend is told in money that can be paid: pounds, not pence.
        var money = listing.Currency.Major;
        var major = units / listing.Currency.UnitsPerMajor;
        return new CorporateActions(
            listing.Asset,
            [.. days.Where(day => day.Dividend > 0).Select(day => new CashDividend(day.Date, day.Dividend!.Value * major, money))],
            [.. days.Select(SplitOn).OfType<AssetSplit>()]);
    }

    private static AssetSplit? SplitOn(ReportedDay day) =>
        day.SplitFactor is { } factor and not 1m && Ratio.TryFromDecimal(factor, out var ratio) ? new AssetSplit(day.Date, ratio) : null;
}
