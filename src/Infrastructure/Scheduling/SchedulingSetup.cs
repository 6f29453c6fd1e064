using Investr.Application.Market.Daily;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Scheduling;

internal static class SchedulingSetup
{
    /// <summary>Adds the daily update as it runs by itself. Needs an <see cref="ISchedulerStore"/>.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DailyUpdateOptions>(configuration.GetSection("MarketData:Daily"));
        services.AddSingleton<CloseSchedule>();
        services.AddSingleton<RunJob>();
        services.AddSingleton<RunScheduler>();
        services.AddSingleton<IRunQueue>(provider => provider.GetRequiredService<RunScheduler>());
        services.AddHostedService(provider => provider.GetRequiredService<RunScheduler>());
        services.AddHealthChecks().AddCheck<RunScheduler>("scheduler");
        return services;
    }
}
