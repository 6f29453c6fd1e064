using Investr.DataLoader;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.GraphQL.Execution;

/// <summary>What executing needs of the application's services.</summary>
internal static class ExecutorRegistration
{
    /// <summary>Adds the executor of the schema that is registered, and the batches of each request's loaders.</summary>
    public static IServiceCollection AddRequestExecutor(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExecutionDiagnostics, ExecutionLog>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExecutionDiagnostics, Telemetry>());
        services.TryAddScoped<BatchScheduler>();
        services.TryAddScoped<PromiseCache>();
        services.TryAddScoped<SiblingBatches>();
        services.TryAddScoped<IBatchScheduler>(provider => provider.GetRequiredService<BatchScheduler>());
        services.TryAddSingleton<IRequestExecutor>(provider => new RequestExecutor(
            provider.GetRequiredService<Schema>(),
            provider.GetRequiredService<RequestOptions>(),
            provider.GetServices<IErrorFilter>(),
            provider.GetServices<IExecutionDiagnostics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IOperationDocumentStorage>(),
            [.. MiddlewareOf(provider)]));
        return services;
    }

    private static IEnumerable<(RequestStep Before, RequestMiddleware Middleware)> MiddlewareOf(IServiceProvider provider) =>
        provider.GetRequiredService<SchemaConfiguration>().RequestMiddleware.Select(step => (step.Before, step.Make(provider)));
}
