using System.Collections.Concurrent;
using System.Reflection;
using Investr.Application.Market;
using Investr.Benchmarks.Prices;
using Investr.Domain.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ApiPriceServer))]

namespace Investr.Benchmarks.Prices;

/// <summary>The API as it is, in this process, and a way to have it publish prices.</summary>
internal sealed class ApiPriceServer : IHostingStartup
{
    public static Task RunAsync() => Task.Run(() => Assembly.Load("Investr.Api").EntryPoint!.Invoke(null, [Array.Empty<string>()]));

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Endpoints>());

    private sealed class Endpoints(IPriceTicks ticks, IServiceScopeFactory scopes) : IStartupFilter
    {
        private readonly ConcurrentDictionary<string, Asset> _assets = new();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.MapWhen(
                context => context.Request.Path == "/stats" || context.Request.Path == "/publish",
                branch => branch.UseRouting().UseEndpoints(endpoints => endpoints.MapPrices(new(PublishAsync))));
            next(app);
        };

        private async Task PublishAsync(PriceTick tick)
        {
            if (!_assets.TryGetValue(tick.Symbol, out var asset)) _assets[tick.Symbol] = asset = await ReadAsync(tick.Symbol);
            ticks.Publish(new(asset.Id, tick.Number, asset.Currency, tick.At, QuoteFreshness.Live, "benchmark"));
        }

        private async Task<Asset> ReadAsync(string symbol)
        {
            await using var scope = scopes.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<IAssetBySymbolLoader>().LoadAsync(symbol))!.Assets[0];
        }
    }
}
