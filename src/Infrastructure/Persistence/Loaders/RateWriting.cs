using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Exchange rates into the database. Of two currencies and a day one rate is kept; what a source tells never replaces what was recorded by hand.</summary>
internal static class RateWriting
{
    public static async Task WriteAsync(
        InvestrDbContext context, IReadOnlyCollection<ExchangeRate> rates, string source, CancellationToken cancellationToken)
    {
        if (rates.Count == 0) return;

        var (from, to) = (rates.Min(rate => rate.On), rates.Max(rate => rate.On));
        var currencies = rates.SelectMany(rate => new[] { rate.From, rate.To }).Distinct().ToArray();
        var there = await context.ExchangeRates
            .Where(row => row.Date >= from && row.Date <= to && currencies.Contains(row.From) && currencies.Contains(row.To))
            .ToDictionaryAsync(row => (row.From, row.To, row.Date), cancellationToken);

        foreach (var rate in rates)
        {
            var inverse = there.GetValueOrDefault((rate.To, rate.From, rate.On));
            var row = there.GetValueOrDefault((rate.From, rate.To, rate.On));
            if (source != StoredPrice.ByHand && (inverse ?? row)?.Source == StoredPrice.ByHand) continue;

            if (inverse is not null && there.Remove((rate.To, rate.From, rate.On))) context.Remove(inverse);
            if (row is not null) (row.Rate, row.Source) = (rate.Rate, source);
            else context.Add(there[(rate.From, rate.To, rate.On)] = ExchangeRateRow.Of(rate, source));
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
