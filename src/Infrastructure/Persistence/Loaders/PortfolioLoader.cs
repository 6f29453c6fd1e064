using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class PortfolioLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<PortfolioId, Portfolio>(scheduler), IPortfolioLoader
{
    protected override async Task<IReadOnlyDictionary<PortfolioId, Portfolio>> LoadBatchAsync(
        IReadOnlyList<PortfolioId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Portfolios.AsNoTracking()
            .Where(portfolio => keys.Contains(portfolio.Id))
            .ToDictionaryAsync(portfolio => portfolio.Id, cancellationToken);
    }
}
