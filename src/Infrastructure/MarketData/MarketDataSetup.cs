using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.MarketData.Daily;
using Investr.Infrastructure.MarketData.Http;
using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Infrastructure.MarketData;

/// <summary>Market data: where they come from, how requests get them, how they are told as they change.</summary>
public static class MarketDataSetup
{
    /// <summary>Adds the catalogue, the sources that are switched on, the loaders and the stream of prices. Needs the stores of prices, exchange rates and listings.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulatedMarketOptions>()
            .Bind(configuration.GetSection(SimulatedMarketOptions.Section))
            .Validate(options => options.TicksInTime, "MarketData:Simulated:TickInterval must be from 00:00:00.010 to 01:00:00.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => AssetCatalogue.Read());
        services.AddSources(configuration);

        services.AddSingleton<SourceCalls>();
        services.AddSingleton<IProviderStatuses, ProviderStatuses>();
        services.AddSettings<QuotePathOptions>(configuration.GetSection(QuotePathOptions.Section));
        services.AddSingleton<QuoteCache>();
        services.AddSingleton<QuoteIntake>();
        services.AddSingleton<QuoteFlights>();
        services.AddSingleton<QuoteRouter>();
        services.AddSingleton<PriceBackfill>();
        services.AddSingleton<PriceHistory>();
        services.AddSingleton<IExchangeRateBook, RateBook>();

        services.AddScoped<IQuoteLoader, QuoteLoader>();
        services.AddScoped<IClosingQuoteLoader, ClosingQuoteLoader>();
        services.AddScoped<IPriceSeriesLoader, PriceSeriesLoader>();
        services.AddScoped<IExchangeRateLoader, ExchangeRateLoader>();

        services.AddSingleton<IDailyMarketData, DailyMarketData>();
        services.AddSingleton<IRunProgress, RunProgress>();

        services.AddSingleton<PriceTopics>();
        services.AddSingleton<IPriceTicks, PriceTicks>();
        services.AddHostedService<QuoteStream>();
        return services;
    }

    // The order is that in which they are asked: first those that tell much in one call.
    private static void AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        var areReal =
            services.AddSource<CoinGecko, CoinGeckoSettings, CoinGeckoProfile>(configuration) |
            services.AddSource<Binance, BinanceSettings, BinanceProfile>(configuration) |
            services.AddSource<Tiingo, TiingoSettings, TiingoProfile>(configuration) |
            services.AddSource<TwelveData, TwelveDataSettings, TwelveDataProfile>(configuration) |
            services.AddSource<Marketstack, MarketstackSettings, MarketstackProfile>(configuration);

        // Real prices are never mixed with simulated ones, nor with simulated exchange rates.
        services.AddSource<Ecb, EcbSettings, EcbProfile>(configuration, unlessToldOtherwise: areReal);
        if (configuration.GetValue<bool?>($"{SimulatedMarketOptions.Section}:{nameof(SimulatedMarketOptions.Enabled)}") ?? !areReal)
            services.AddSingleton<IMarketDataSource, SimulatedMarket>();

        if (services.AddApi<OpenFigiSettings, OpenFigiProfile>(configuration)) services.AddSingleton<IIdentitySource, OpenFigi>();
    }
}
