using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Replays ledgers: those that have changed since they were last replayed are read in one statement, the others not at all.</summary>
internal sealed class PositionsLoader(
    IDbContextFactory<InvestrDbContext> contexts, IPortfolioLoader portfolios, KeptPositions kept, IBatchScheduler scheduler)
    : BatchDataLoader<PositionsKey, Positions>(scheduler), IPositionsLoader
{
    protected override async Task<IReadOnlyDictionary<PositionsKey, Positions>> LoadBatchAsync(
        IReadOnlyList<PositionsKey> keys, CancellationToken cancellationToken)
    {
        var loaded = await portfolios.LoadAsync([.. keys.Select(key => key.Portfolio).Distinct()], cancellationToken);
        var known = loaded.OfType<Portfolio>().ToDictionary(portfolio => portfolio.Id);

        var found = new Dictionary<PositionsKey, Positions>(keys.Count);
        List<PositionsKey> left = [];
        foreach (var key in keys.Where(key => known.ContainsKey(key.Portfolio)))
        {
            if (kept.Find(key, known[key.Portfolio].Version) is { } positions) found[key] = positions;
            else left.Add(key);
        }

        if (left.Count == 0) return found;

        var ledgers = await ReadLedgersAsync([.. left.Select(key => key.Portfolio).Distinct()], cancellationToken);
        foreach (var key in left)
        {
            var portfolio = known[key.Portfolio];
            var positions = Replay.Of(ledgers[key.Portfolio], portfolio.CostBasisMethod, key.AsOf);
            kept.Keep(key, portfolio.Version, positions);
            found[key] = positions;
        }

        return found;
    }

    private async Task<Dictionary<PortfolioId, Ledger>> ReadLedgersAsync(PortfolioId[] ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Transactions.AsNoTracking()
            .Where(row => ids.Contains(row.PortfolioId))
            .ToListAsync(cancellationToken);

        var entries = rows.ToLookup(row => row.PortfolioId, row => row.ToTransaction());
        return ids.ToDictionary(id => id, id => new Ledger(entries[id]));
    }
}
