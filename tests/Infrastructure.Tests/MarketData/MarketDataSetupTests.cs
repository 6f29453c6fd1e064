using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class MarketDataSetupTests
{
    [Fact]
    public async Task Everything_that_it_promises_can_be_made()
    {
        await using var services = Services([]);
        await using var scope = services.CreateAsyncScope();

        var quotes = scope.ServiceProvider.GetRequiredService<IQuoteLoader>();
        Assert.NotNull(await quotes.LoadAsync(SimulatedWorld.Id("AAPL")));
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<IClosingQuoteLoader>());
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<IPriceSeriesLoader>());
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<IExchangeRateLoader>());
        Assert.NotNull(services.GetRequiredService<IPriceTicks>());
        Assert.Single(services.GetServices<Microsoft.Extensions.Hosting.IHostedService>());
    }

    [Fact]
    public void The_seed_and_the_tick_are_settings()
    {
        using var services = Services(new() { ["MarketData:Simulated:Seed"] = "42", ["MarketData:Simulated:TickInterval"] = "00:00:00.200" });

        Assert.Equal(
            new SimulatedMarketOptions { Seed = 42, TickInterval = TimeSpan.FromMilliseconds(200) },
            services.GetRequiredService<IOptions<SimulatedMarketOptions>>().Value);
    }

    [Fact]
    public void A_tick_that_never_ends_is_refused()
    {
        using var services = Services(new() { ["MarketData:Simulated:TickInterval"] = "00:00:00" });

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SimulatedMarketOptions>>().Value);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddScoped<IBatchScheduler, AutoBatchScheduler>()
            .AddScoped(_ => Substitute.For<IAssetLoader>())
            .AddSingleton<IListingStore, CatalogueListings>()
            .AddSingleton<ListingBook>()
            .AddSingleton<IPriceStore, InMemoryPriceStore>()
            .AddSingleton<IExchangeRateStore, InMemoryRateStore>()
            .AddMarketData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
