using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Api.Tests.Host;

/// <summary>The API over a market that stands still, so that every figure can be redone by hand.</summary>
public sealed class FixedMarketApi : TestApi
{
    private int _rateReadings;

    internal FixedMarket Market => field ??= new FixedMarket(Clock)
        .Quotes("AAPL", 130, before: 128, past: 110)
        .Quotes("IBM", 190, before: 192, past: 195)
        .Quotes("VWCE.DE", 110, before: 109, past: 105)
        .Rate("EUR", "USD", "2024-01-01", 1.10m)
        .Rate("EUR", "USD", "2024-06-01", 1.20m);

    /// <summary>How many valuations and histories were made: each reads the rates once.</summary>
    internal int Valuations => _rateReadings;

    protected override void Replace(IServiceCollection services)
    {
        services.RemoveAll<IMarketDataSource>();
        services.AddSingleton<IMarketDataSource>(Market);
        services.Replace(ServiceDescriptor.Singleton<IExchangeRateBook>(provider =>
            new CountedRates(this, ActivatorUtilities.CreateInstance<RateBook>(provider))));
    }

    private sealed class CountedRates(FixedMarketApi api, RateBook rates) : IExchangeRateBook
    {
        public ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref api._rateReadings);
            return rates.ReadAsync(cancellationToken);
        }

        public void Renew() => rates.Renew();
    }
}
