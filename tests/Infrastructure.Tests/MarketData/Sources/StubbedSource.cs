using AutoMapper;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.MarketData.Http;
using Investr.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

/// <summary>A real adapter, put in as the service does it, over an API on this machine and a clock that the test moves.</summary>
internal sealed class StubbedSource : IAsyncDisposable
{
    internal const string Key = "a-key-of-a-test";

    private readonly ServiceProvider _services;

    private StubbedSource(MarketStub stub, FakeClock clock, ServiceProvider services) => (Stub, Clock, _services) = (stub, clock, services);

    internal MarketStub Stub { get; }

    internal FakeClock Clock { get; }

    internal IMarketDataSource Source => _services.GetRequiredService<IMarketDataSource>();

    /// <summary>Puts a source in. A setting is given by its name and value, such as PerMinute=377.</summary>
    internal static Task<StubbedSource> OfAsync<TSource, TSettings, TProfile>(string folder = "", params string[] settings)
        where TSource : class, IMarketDataSource
        where TSettings : SourceSettings, new()
        where TProfile : Profile, new() => OfAsync<TSource, TSettings, TProfile>(new FakeClock(), folder, settings);

    /// <summary>Puts a source in at another time.</summary>
    internal static async Task<StubbedSource> OfAsync<TSource, TSettings, TProfile>(FakeClock clock, string folder, params string[] settings)
        where TSource : class, IMarketDataSource
        where TSettings : SourceSettings, new()
        where TProfile : Profile, new()
    {
        var stub = await MarketStub.StartAsync();
        var section = $"{SourceSettings.Root}:{new TSettings().Name}";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"{section}:Enabled"] = "true",
                [$"{section}:ApiKey"] = Key,
                [$"{section}:BaseAddress"] = stub.Address + folder,
                [$"{section}:StreamAddress"] = $"ws://{stub.Address.Authority}/stream",
            })
            .AddInMemoryCollection(settings.Select(setting => setting.Split('=')).ToDictionary(pair => $"{section}:{pair[0]}", pair => (string?)pair[1]))
            .Build();

        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        Assert.True(services.AddSource<TSource, TSettings, TProfile>(configuration));
        return new StubbedSource(stub, clock, services.BuildServiceProvider());
    }

    /// <summary>A listing told as in a table: symbol, currency and exchange, such as VOD.L GBP LSE; without an exchange it is a coin.</summary>
    internal static Listing Listing(string told)
    {
        var words = told.Split(' ');
        var exchange = words.Length > 2 ? words[2] : null;
        return new Listing(
            StableAssetId.Of(told), words[0], exchange, Isin: null, exchange is null ? AssetType.Crypto : AssetType.Stock, Currency.Parse(words[1]));
    }

    internal static Listing[] Listings(string told) => [.. told.Split(", ").Select(Listing)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
