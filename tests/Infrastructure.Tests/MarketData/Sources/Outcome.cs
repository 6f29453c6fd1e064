using System.Globalization;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

/// <summary>What became of a call, as one line: each symbol with what was found or with the fault, or the fault of the whole call.</summary>
internal static class Outcome
{
    /// <summary>Quotes or a history, by a word.</summary>
    internal static Task<string> OfAsync(IMarketDataSource source, string call, string listings, DateOnly from, DateOnly to) => call switch
    {
        "quotes" => OfQuotesAsync(source, listings),
        "history" => OfHistoryAsync(source, listings, from, to),
        "actions" => OfActionsAsync(source, listings, from, to),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "No such call."),
    };

    internal static Task<string> OfQuotesAsync(IMarketDataSource source, string listings) => TellAsync(
        listings,
        asked => source.GetQuotesAsync(asked, CancellationToken.None),
        quote => $"{Told(quote.Price)} {quote.Currency}");

    internal static Task<string> OfHistoryAsync(IMarketDataSource source, string listings, DateOnly from, DateOnly to) => TellAsync(
        listings,
        asked => source.GetHistoryAsync(asked, from, to, CancellationToken.None),
        history => string.Join(' ', history.Closes.Points.Select(point => $"{point.Date:yyyy-MM-dd}={Told(point.Close)}")));

    internal static Task<string> OfActionsAsync(IMarketDataSource source, string listings, DateOnly from, DateOnly to) => TellAsync(
        listings,
        asked => source.GetActionsAsync(asked, from, to, CancellationToken.None),
        Told);

    internal static string Told(CorporateActions actions) => string.Join(
        ' ',
        [
            .. actions.Dividends.Select(dividend => $"{dividend.ExDate:yyyy-MM-dd}+{Told(dividend.Amount)}{dividend.Currency}"),
            .. actions.Splits.Select(split => $"{split.On:yyyy-MM-dd}x{split.Ratio.Numerator}:{split.Ratio.Denominator}"),
        ]);

    private static async Task<string> TellAsync<T>(
        string listings, Func<IReadOnlyList<Listing>, Task<SourceAnswer<T>>> call, Func<T, string> told)
    {
        var asked = StubbedSource.Listings(listings);
        try
        {
            var answer = await call(asked);
            Assert.Equal(asked.Select(listing => listing.Asset).ToHashSet(), [.. answer.Found.Keys, .. answer.Faults.Keys]);
            return string.Join(", ", asked.Select(listing =>
                $"{listing.Symbol} {(answer.Found.TryGetValue(listing.Asset, out var found) ? told(found) : answer.Faults[listing.Asset])}"));
        }
        catch (SourceException failure)
        {
            Assert.DoesNotContain(StubbedSource.Key, failure.ToString(), StringComparison.Ordinal);
            return failure.RetryAfter is { } wait ? $"all {failure.Fault} for {wait.TotalSeconds} s" : $"all {failure.Fault}";
        }
    }

    private static string Told(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);
}
