using Investr.Application.Market;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Infrastructure.MarketData;

/// <summary>Market data: where they come from, how requests get them, how they are told as they change.</summary>
public static class MarketDataSetup
{
    /// <summary>Adds the catalogue, the simulated market, the loaders and the stream of prices. Needs the stores of prices, exchange rates and listings.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulatedMarketOptions>()
            .Bind(configuration.GetSection(SimulatedMarketOptions.Section))
            .Validate(options => options.TicksInTime, "MarketData:Simulated:TickInterval must be from 00:00:00.010 to 01:00:00.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => AssetCatalogue.Read());
        services.AddSingleton<IMarketDataSource, SimulatedMarket>();

        services.AddSingleton<ListingBook>();
        services.AddSingleton<SourceCalls>();
        services.AddSingleton<IProviderStatuses, ProviderStatuses>();
        services.AddSingleton<QuoteCache>();
        services.AddSingleton<QuoteRouter>();
        services.AddSingleton<PriceHistory>();
        services.AddSingleton<IExchangeRateBook, RateBook>();

        services.AddScoped<IQuoteLoader, QuoteLoader>();
        services.AddScoped<IClosingQuoteLoader, ClosingQuoteLoader>();
        services.AddScoped<IPriceSeriesLoader, PriceSeriesLoader>();
        services.AddScoped<IExchangeRateLoader, ExchangeRateLoader>();

        services.AddSingleton<PriceTopics>();
        services.AddSingleton<IPriceTicks, PriceTicks>();
        services.AddHostedService<QuoteStream>();
        return services;
    }
}
