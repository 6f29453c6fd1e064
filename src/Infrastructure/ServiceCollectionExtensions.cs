using Investr.Infrastructure.Identity;
using Investr.Infrastructure.Importing;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Messaging;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Protection;
using Investr.Infrastructure.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Infrastructure;

/// <summary>Connects the use cases with the outside: the database, identity, market data.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds every adapter.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<TimeProvider, MicrosecondClock>();
        services.AddHealthChecks().AddCheck<MarketDataHealth>("market data");

        return services
            .AddProtection(configuration)
            .AddPersistence(configuration)
            .AddIdentity(configuration)
            .AddMarketData(configuration)
            .AddAlerts()
            .AddScheduling(configuration)
            .AddImporting()
            .AddScoped<IStartupStep, CatalogueStep>();
    }

    /// <summary>Begins with the database while the rest of the service is put together; the host waits for it when it starts.</summary>
    public static void BeginDatabase(this IServiceProvider services) => services.GetRequiredService<DatabaseInitializer>().Begin();
}
