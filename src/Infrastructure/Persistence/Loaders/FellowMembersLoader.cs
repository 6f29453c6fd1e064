using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

// One statement for one user is enough: nobody but the viewer is asked for.
internal sealed class FellowMembersLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : CacheDataLoader<UserId, IReadOnlySet<UserId>>(scheduler), IFellowMembersLoader
{
    protected override async Task<IReadOnlySet<UserId>?> LoadSingleAsync(UserId key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var shared = await context.PortfoliosOf(key).AsNoTracking()
            .Where(portfolio => portfolio.Members.Any())
            .Select(portfolio => new { portfolio.OwnerId, Members = portfolio.Members.Select(member => member.User).ToList() })
            .ToListAsync(cancellationToken);
        return shared.SelectMany(portfolio => portfolio.Members.Append(portfolio.OwnerId)).ToHashSet();
    }
}
