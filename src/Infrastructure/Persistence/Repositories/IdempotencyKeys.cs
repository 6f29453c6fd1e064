using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class IdempotencyKeys(InvestrDbContext context) : IIdempotencyKeys
{
    public async Task<IdempotentAnswer?> FindAsync(UserId user, string key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);

        var row = await context.Set<IdempotencyRow>().AsNoTracking().SingleOrDefaultAsync(
            row => row.UserId == user && row.Key == key && row.KeptAt >= since, cancellationToken);
        return row is null ? null : new(row.RequestHash, row.PortfolioId, row.KeptAt, [.. row.Transactions.Select(id => new TransactionId(id))]);
    }

    public async Task KeepAsync(
        UserId user, string key, IdempotentAnswer answer, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        await context.Set<IdempotencyRow>().Where(row => row.KeptAt < since).ExecuteDeleteAsync(cancellationToken);

        context.Add(new IdempotencyRow
        {
            UserId = user,
            Key = key,
            PortfolioId = answer.Portfolio,
            RequestHash = answer.RequestHash,
            KeptAt = answer.KeptAt,
            Transactions = [.. answer.Transactions.Select(id => id.Value)],
        });
    }
}
