using Investr.Application.Market;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Closes into the database, in the transaction that the context has open: new ones by one prepared statement, others where they differ.</summary>
internal static class PriceWriting
{
    /// <summary>Writes closes; of two for an asset and a day the later one given counts.</summary>
    /// <param name="context">The context.</param>
    /// <param name="prices">The closes.</param>
    /// <param name="overByHand">Whether they replace what somebody entered by hand.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(
        InvestrDbContext context, IReadOnlyCollection<StoredPrice> prices, bool overByHand, CancellationToken cancellationToken)
    {
        if (prices.Count == 0) return;

        var assets = prices.Select(price => price.Asset).Distinct().ToArray();
        var (from, to) = (prices.Min(price => price.Date), prices.Max(price => price.Date));
        var there = await context.Prices.AsNoTracking()
            .Where(price => EF.Parameter(assets).Contains(price.AssetId) && price.Date >= from && price.Date <= to)
            .ToDictionaryAsync(price => (price.AssetId, price.Date), price => price.ToPrice(), cancellationToken);

        List<PriceRow> news = [];
        foreach (var price in prices.Reverse().DistinctBy(price => (price.Asset, price.Date)))
        {
            if (!there.TryGetValue((price.Asset, price.Date), out var known)) news.Add(RowOf(price));
            else if (price != known && (overByHand || known.Source != StoredPrice.ByHand)) context.Update(RowOf(price));
        }

        await context.SaveChangesAsync(cancellationToken);
        if (news.Count > 0) await context.InsertAsync(news, cancellationToken);
    }

    private static PriceRow RowOf(StoredPrice price) => new()
    {
        AssetId = price.Asset, Date = price.Date, Close = price.Close, Currency = price.Currency, Source = price.Source,
    };
}
