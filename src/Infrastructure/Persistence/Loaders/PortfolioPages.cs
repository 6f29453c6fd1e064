using Investr.Application;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Paging;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class PortfolioPages(IDbContextFactory<InvestrDbContext> contexts) : IPortfolioPages
{
    // Identities are ordered by the time at which they were made.
    private static readonly Keyset<Portfolio> OldestFirst = Keyset<Portfolio>.By(portfolio => portfolio.Id);

    public async Task<Page<Portfolio>> ListAsync(UserId user, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.PortfoliosOf(user).AsNoTracking().ToPageAsync(page, OldestFirst, cancellationToken);
    }

    public async Task<IReadOnlyList<Portfolio>> ListOwnedAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Portfolios.AsNoTracking().Where(portfolio => portfolio.OwnerId == user).ToListAsync(cancellationToken);
    }
}
