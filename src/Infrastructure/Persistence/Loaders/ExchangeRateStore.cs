using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class ExchangeRateStore(IDbContextFactory<InvestrDbContext> contexts) : IExchangeRateStore
{
    public async Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ExchangeRates.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToRate())];
    }

    public async Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, AuditNote note, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Note = note;
        await context.TakeTurnToWriteAsync(cancellationToken);

        var (from, to) = (rates.Min(rate => rate.On), rates.Max(rate => rate.On));
        var currencies = rates.SelectMany(rate => new[] { rate.From, rate.To }).Distinct().ToArray();
        var there = await context.ExchangeRates
            .Where(row => row.Date >= from && row.Date <= to && currencies.Contains(row.From) && currencies.Contains(row.To))
            .ToDictionaryAsync(row => (row.From, row.To, row.Date), cancellationToken);

        foreach (var rate in rates)
        {
            if (there.Remove((rate.To, rate.From, rate.On), out var inverse)) context.Remove(inverse);
            if (there.TryGetValue((rate.From, rate.To, rate.On), out var row)) row.Rate = rate.Rate;
            else context.Add(ExchangeRateRow.Of(rate));
        }

        await context.CommitAsync(cancellationToken);
    }
}
