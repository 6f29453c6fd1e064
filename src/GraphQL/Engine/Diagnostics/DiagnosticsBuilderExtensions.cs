using Investr.GraphQL;
using Investr.GraphQL.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Listeners of a GraphQL server.</summary>
public static class DiagnosticsBuilderExtensions
{
    /// <summary>Adds a listener; any number of them hear the same.</summary>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder)
        where T : class, IExecutionDiagnostics
    {
        builder.Services.AddSingleton<IExecutionDiagnostics, T>();
        return builder;
    }
}
