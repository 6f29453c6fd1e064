using System.Linq.Expressions;
using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class ExchangeRateStore(IDbContextFactory<InvestrDbContext> contexts) : IExchangeRateStore
{
    public Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(row => row.Source == StoredPrice.ByHand, cancellationToken);

    public Task<IReadOnlyList<ExchangeRate>> ReadFetchedAsync(CancellationToken cancellationToken) =>
        ReadAsync(row => row.Source != StoredPrice.ByHand, cancellationToken);

    public async Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, AuditNote note, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Note = note;
        await context.TakeTurnToWriteAsync(cancellationToken);
        await RateWriting.WriteAsync(context, rates, StoredPrice.ByHand, cancellationToken);
        await context.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ExchangeRate>> ReadAsync(Expression<Func<ExchangeRateRow, bool>> which, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ExchangeRates.AsNoTracking().Where(which).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToRate())];
    }
}
