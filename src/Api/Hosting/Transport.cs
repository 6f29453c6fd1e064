using System.Net;
using Investr.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Investr.Api.Hosting;

/// <summary>The proxies in front of the service, whose word is taken for where a request comes from: <c>Proxies:Known</c>.</summary>
internal sealed record ProxyOptions : ISettings
{
    /// <summary>Addresses (<c>10.0.0.2</c>) and networks (<c>10.0.0.0/24</c>); nobody is believed where there are none.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public IEnumerable<string> Faults() =>
        from proxy in Known
        where !System.Net.IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)
        select $"Proxies__Known has '{proxy}', which is neither an address nor a network.";
}

/// <summary>TLS: its own, or that of a proxy which says so.</summary>
internal static class Transport
{
    public static IServiceCollection AddTransport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ProxyOptions>(configuration.GetSection("Proxies"));
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddOptions<ForwardedHeadersOptions>().Configure<ProxyOptions>((options, proxies) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies.Known)
            {
                if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
                else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
        return services;
    }

    public static WebApplication UseTransport(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProxyOptions>().Known.Count > 0) app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts().UseHttpsRedirection();
        return app;
    }
}
