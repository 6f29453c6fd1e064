using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Loaders;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class MarketDataRuns(IDbContextFactory<InvestrDbContext> contexts, IPriceStore prices) : IMarketDataRuns
{
    public async Task<bool> TryBeginAsync(MarketDataRun run, AuditNote? note, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Begin(note);
        await context.TakeTurnToWriteAsync(cancellationToken);
        if (!await context.TryInsertAsync(run, cancellationToken)) return false;

        await context.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<MarketDataRun?> FindAsync(MarketDataRunId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MarketDataRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    public async Task<MarketDataRun?> FindOpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MarketDataRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Turn != null, cancellationToken);
    }

    public async Task<IReadOnlyList<MarketDataRun>> ListAsync(int first, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Identities are ordered by time.
        return await context.MarketDataRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(first).ToListAsync(cancellationToken);
    }

    public async Task<DateOnly?> LastDayAsync(string exchange, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MarketDataRuns.Where(run => run.Exchange == exchange && run.Turn == null).MaxAsync(run => run.Day, cancellationToken);
    }

    public async Task<DateOnly?> LastRateDayAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ExchangeRates.Where(rate => rate.Source != StoredPrice.ByHand).MaxAsync(rate => (DateOnly?)rate.Date, cancellationToken);
    }

    public async Task SaveAsync(MarketDataRun run, DailyWrites writes, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Begin(note: null);
        await context.TakeTurnToWriteAsync(cancellationToken);
        await PriceWriting.WriteAsync(context, writes.Closes, overByHand: false, cancellationToken);
        await WriteDividendsAsync(context, writes.Dividends, cancellationToken);
        await LearnSplitsAsync(context, writes.Splits, cancellationToken);
        if (writes.Rates is { } rates) await RateWriting.WriteAsync(context, rates.Rates, rates.Source, cancellationToken);

        context.Update(run);
        await context.CommitAsync(cancellationToken);
        if (writes.Closes.Count > 0) prices.Renew();
    }

    private static async Task WriteDividendsAsync(
        InvestrDbContext context, IReadOnlyList<(AssetId Asset, AssetDividend Dividend)> dividends, CancellationToken cancellationToken)
    {
        if (dividends.Count == 0) return;

        var assets = dividends.Select(dividend => dividend.Asset).Distinct().ToArray();
        var from = dividends.Min(dividend => dividend.Dividend.ExDate);
        var there = await context.Dividends
            .Where(row => EF.Parameter(assets).Contains(row.AssetId) && row.ExDate >= from)
            .ToDictionaryAsync(row => (row.AssetId, row.ExDate), cancellationToken);

        foreach (var (asset, dividend) in dividends)
        {
            if (there.TryGetValue((asset, dividend.ExDate), out var row))
                (row.Amount, row.Currency, row.Source) = (dividend.Amount, dividend.Currency, dividend.Source);
            else context.Add(there[(asset, dividend.ExDate)] = AssetDividendRow.Of(asset, dividend));
        }
    }

    private static async Task LearnSplitsAsync(
        InvestrDbContext context, IReadOnlyList<(AssetId Asset, IReadOnlyList<AssetSplit> Splits)> splits, CancellationToken cancellationToken)
    {
        if (splits.Count == 0) return;

        var ids = splits.Select(split => split.Asset).ToArray();
        var assets = await context.Assets.Where(asset => EF.Parameter(ids).Contains(asset.Id)).ToDictionaryAsync(asset => asset.Id, cancellationToken);
        foreach (var (asset, news) in splits) assets.GetValueOrDefault(asset)?.Learn(news);
    }
}
