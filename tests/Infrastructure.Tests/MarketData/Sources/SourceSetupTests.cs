using AutoMapper;
using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Http;
using Investr.Infrastructure.MarketData.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class SourceSetupTests
{
    [Theory]
    [InlineData("", "simulated")]
    [InlineData("TwelveData:ApiKey=k", "twelvedata ecb")]
    [InlineData("TwelveData:ApiKey=k TwelveData:Enabled=false", "simulated")]
    [InlineData("TwelveData:ApiKey=k Ecb:Enabled=false", "twelvedata")]
    [InlineData("Tiingo:ApiKey=k Simulated:Enabled=true", "tiingo ecb simulated")]
    [InlineData("Ecb:Enabled=true", "ecb simulated")]
    [InlineData("CoinGecko:Enabled=true Binance:Enabled=true Marketstack:ApiKey=k", "coingecko binance marketstack ecb")]
    [InlineData("Simulated:Enabled=false", "")]
    public void A_source_is_on_with_its_key_or_by_its_switch_and_real_prices_are_not_mixed_with_simulated_ones(string settings, string sources)
    {
        using var services = Services(settings);

        Assert.Equal(sources, string.Join(' ', services.GetServices<IMarketDataSource>().Select(source => source.Name)));
    }

    [Fact]
    public void OpenFIGI_has_no_prices_and_stands_by_itself()
    {
        using var services = Services("OpenFigi:Enabled=true");

        Assert.Equal("openfigi", services.GetRequiredService<IIdentitySource>().Name);
        Assert.Equal(["simulated"], services.GetServices<IMarketDataSource>().Select(source => source.Name));
    }

    [Fact]
    public void Every_fault_of_every_source_is_told_when_the_service_starts()
    {
        using var services = Services(
            "TwelveData:Enabled=true Tiingo:ApiKey=k Tiingo:BaseAddress=http://api.example.com Tiingo:PerHour=0 " +
            "Binance:StreamAddress=ws://stream.example.com CoinGecko:Timeout=00:10:00 Marketstack:PerMonth=many");

        var message = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate()).Message;

        string[] settings =
        [
            "MarketData__TwelveData__ApiKey", "MarketData__Tiingo__BaseAddress", "MarketData__Tiingo__PerHour", "MarketData__Binance__StreamAddress",
            "MarketData__CoinGecko__Timeout", "MarketData__Marketstack__PerMonth",
        ];
        Assert.All(settings, setting => Assert.Contains(setting, message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_limits_of_a_plan_are_settings()
    {
        using var services = Services("TwelveData:ApiKey=k TwelveData:PerMinute=55 Tiingo:ApiKey=k");
        var sources = services.GetServices<IMarketDataSource>().ToDictionary(source => source.Name);

        Assert.Equal([new(LimitWindow.Minute, 55), new(LimitWindow.Day, 800)], sources["twelvedata"].Capabilities.Limits);
        Assert.Equal(
            [new(LimitWindow.Hour, 50) { Zone = "America/New_York" }, new(LimitWindow.Day, 1000) { Zone = "America/New_York" }],
            sources["tiingo"].Capabilities.Limits);
    }

    [Fact]
    public void What_the_APIs_say_maps_to_what_we_keep() =>
        new MapperConfiguration(
            profiles =>
            {
                profiles.AddProfile<EcbProfile>();
                profiles.AddProfile<CoinGeckoProfile>();
                profiles.AddProfile<BinanceProfile>();
                profiles.AddProfile<TiingoProfile>();
                profiles.AddProfile<TwelveDataProfile>();
                profiles.AddProfile<MarketstackProfile>();
                profiles.AddProfile<OpenFigiProfile>();
            },
            NullLoggerFactory.Instance).AssertConfigurationIsValid();

    private static ServiceProvider Services(string settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddScoped<IBatchScheduler, AutoBatchScheduler>()
            .AddSingleton<IListingStore, CatalogueListings>()
            .AddSingleton<IPriceStore, InMemoryPriceStore>()
            .AddSingleton<IExchangeRateStore, InMemoryRateStore>()
            .AddMarketData(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(setting => setting.Split('=', 2))
                    .ToDictionary(pair => $"{SourceSettings.Root}:{pair[0]}", pair => (string?)pair[1]))
                .Build())
            .BuildServiceProvider();
}
