using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>The request's door to exchange rates, which are in memory.</summary>
internal sealed class ExchangeRateLoader(IExchangeRateBook book, IBatchScheduler scheduler)
    : BatchDataLoader<ExchangeRateKey, ExchangeRate>(scheduler), IExchangeRateLoader
{
    protected override async Task<IReadOnlyDictionary<ExchangeRateKey, ExchangeRate>> LoadBatchAsync(
        IReadOnlyList<ExchangeRateKey> keys, CancellationToken cancellationToken)
    {
        var rates = await book.ReadAsync(cancellationToken);
        var answers = new Dictionary<ExchangeRateKey, ExchangeRate>(keys.Count);
        foreach (var key in keys)
        {
            if (rates.Lookup(key.From, key.To, key.On) is { } rate) answers[key] = rate;
        }

        return answers;
    }
}
