using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>Quotes made of closes.</summary>
internal static class ClosingQuotes
{
    // A close is kept by its day alone; it stands for the day until its end.
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    internal static Quote Of(StoredPrice price) =>
        new(
            price.Asset, price.Close, price.Currency, new DateTimeOffset(price.Date, EndOfDay, TimeSpan.Zero),
            price.Source == StoredPrice.ByHand ? QuoteFreshness.Manual : QuoteFreshness.EndOfDay, price.Source);

    /// <summary>The last close of a series that has one, with the close before it.</summary>
    internal static Quote Of(PriceSeries series, Currency currency, string source)
    {
        var last = series.Points[^1];
        return Of(new StoredPrice(series.Asset, last.Date, last.Close, currency, source)) with
        {
            PreviousClose = series.Before(last.Date)?.Close,
        };
    }
}
