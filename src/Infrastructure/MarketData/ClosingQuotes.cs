using Investr.Application.Market;
using Investr.Domain.Market;

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
}
