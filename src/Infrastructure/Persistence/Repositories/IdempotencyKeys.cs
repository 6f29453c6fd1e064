using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class IdempotencyKeys(InvestrDbContext context) : IIdempotencyKeys
{
    public async Task<IdempotentAnswer?> FindAsync(
        PortfolioId portfolio, UserId user, string key, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);

        var row = await context.Set<IdempotencyRow>().AsNoTracking().SingleOrDefaultAsync(
            row => row.PortfolioId == portfolio && row.UserId == user && row.Key == key, cancellationToken);
        return row is null ? null : new(row.RequestHash, [.. row.Transactions.Select(id => new TransactionId(id))]);
    }

    public void Keep(PortfolioId portfolio, UserId user, string key, IdempotentAnswer answer) => context.Add(new IdempotencyRow
    {
        PortfolioId = portfolio,
        UserId = user,
        Key = key,
        RequestHash = answer.RequestHash,
        Transactions = [.. answer.Transactions.Select(id => id.Value)],
    });
}
