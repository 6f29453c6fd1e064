using System.Net;
using AutoMapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>How a source is put in: its settings are checked whether it is on or not, and it costs nothing while it is off.</summary>
internal static class SourceSetup
{
    /// <summary>Adds a source of market data, where it is switched on.</summary>
    /// <returns>Whether it is.</returns>
    internal static bool AddSource<TSource, TSettings, TProfile>(
        this IServiceCollection services, IConfiguration configuration, bool unlessToldOtherwise = false)
        where TSource : class, IMarketDataSource
        where TSettings : SourceSettings, new()
        where TProfile : Profile, new()
    {
        if (!services.AddApi<TSettings, TProfile>(configuration, unlessToldOtherwise)) return false;

        services.AddSingleton<IMarketDataSource, TSource>();
        return true;
    }

    /// <summary>Adds what is needed to call an API, where it is switched on.</summary>
    /// <returns>Whether it is.</returns>
    internal static bool AddApi<TSettings, TProfile>(
        this IServiceCollection services, IConfiguration configuration, bool unlessToldOtherwise = false)
        where TSettings : SourceSettings, new()
        where TProfile : Profile, new()
    {
        var name = new TSettings().Name;
        var section = configuration.GetSection($"{SourceSettings.Root}:{name}");
        services.AddSettings<TSettings>(section);
        if (!IsOn(section, unlessToldOtherwise)) return false;

        // The client's own log would have the addresses in it, and some keys are part of an address.
        services.AddHttpClient(name)
            .RemoveAllLoggers()
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<TSettings>().BaseAddress;
                http.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("Investr");
                provider.GetRequiredService<TSettings>().Authorize(http.DefaultRequestHeaders);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });

        services.AddAutoMapper(options => options.AddProfile<TProfile>());
        return true;
    }

    // Asked of the configuration alone: settings that cannot be read are told of when the host starts.
    private static bool IsOn(IConfiguration section, bool unlessToldOtherwise) =>
        bool.TryParse(section[nameof(SourceSettings.Enabled)], out var enabled)
            ? enabled
            : unlessToldOtherwise || section[nameof(SourceSettings.ApiKey)] is { Length: > 0 };
}
