using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class PriceStore(IDbContextFactory<InvestrDbContext> contexts) : IPriceStore
{
    private long _edition;

    public async Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var prices = await context.Prices.AsNoTracking()
            .Where(price => assets.Contains(price.AssetId) && price.Date >= from && price.Date <= to)
            .Select(price => new { price.AssetId, Point = new PricePoint(price.Date, price.Close) })
            .ToListAsync(cancellationToken);
        return prices.GroupBy(price => price.AssetId, price => price.Point)
            .ToDictionary(series => series.Key, series => new PriceSeries(series.Key, series));
    }

    public async Task<IReadOnlyDictionary<AssetId, StoredPrice>> ReadLatestAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly onOrBefore, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // One look-up in the index for each asset, however long its history is.
        var latest =
            from asset in context.Assets
            where assets.Contains(asset.Id)
            select new
            {
                asset.Id,
                Date = context.Prices
                    .Where(price => price.AssetId == asset.Id && price.Date <= onOrBefore)
                    .Max(price => (DateOnly?)price.Date),
            };
        var prices = await (
            from found in latest
            join price in context.Prices.AsNoTracking()
                on new { found.Id, found.Date } equals new { Id = price.AssetId, Date = (DateOnly?)price.Date }
            select price).ToListAsync(cancellationToken);
        return prices.ToDictionary(price => price.AssetId, price => price.ToPrice());
    }

    public long Edition => Interlocked.Read(ref _edition);

    public async Task WriteAsync(IReadOnlyCollection<StoredPrice> prices, AuditNote? note, CancellationToken cancellationToken)
    {
        if (prices.Count == 0) return;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Note = note;
        await context.TakeTurnToWriteAsync(cancellationToken);

        await PriceWriting.WriteAsync(context, prices, overByHand: true, cancellationToken);
        await context.CommitAsync(cancellationToken);
        Renew();
    }

    public void Renew() => Interlocked.Increment(ref _edition);
}
