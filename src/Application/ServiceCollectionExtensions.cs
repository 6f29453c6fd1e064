using Investr.Application.Alerts;
using Investr.Application.Auditing;
using Investr.Application.Diversification;
using Investr.Application.Importing;
using Investr.Application.Market.Daily;
using Investr.Application.Performance;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Application.Valuation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Application;

/// <summary>Makes the use cases available.</summary>
public static class ServiceCollectionExtensions
{
    private static readonly Type[] OneForEachRequest = [typeof(IRequestHandler<,>), typeof(IValidator<>), typeof(INotificationHandler<>)];

    /// <summary>Adds the mediator, the use cases' handlers and validators, and the pipeline that every request passes.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();

        // In the order in which a request passes them.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AbandonOnFailureBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TryAgainBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PortfolioAccessBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));

        services.AddScoped<AuditNote>();
        services.AddScoped<SessionStart>();
        services.AddScoped<SessionEnd>();
        services.AddScoped<PasswordProof>();
        services.AddScoped<FairValues>();
        services.AddScoped<TransactionDrafting>();
        services.AddScoped<LotTakeover>();
        services.AddScoped<ImportedAssets>();
        services.AddScoped<TransactionRecording>();
        services.AddScoped<EntryAccess>();
        services.AddScoped<IdempotentRecording>();
        services.AddScoped<LoadedPortfolios>();
        services.AddScoped<PortfolioChanges>();
        services.AddScoped<MarketLoading>();
        services.AddScoped<ValuationLoader>();
        services.AddScoped<HistoryLoader>();
        services.AddSingleton<KeptHistories>();
        services.AddScoped<FundContents>();
        services.AddSingleton<OpenValuations>();
        services.AddSingleton<AlertBook>();
        services.AddScoped<AlertFiring>();
        services.AddSingleton<DailyUpdate>();

        return services.AddImplementationsFound();
    }

    private static IServiceCollection AddImplementationsFound(this IServiceCollection services)
    {
        var found =
            from type in typeof(ServiceCollectionExtensions).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && OneForEachRequest.Contains(contract.GetGenericTypeDefinition())
            select (contract, type);

        foreach (var (contract, type) in found) services.AddScoped(contract, type);
        return services;
    }
}
