using Investr.DataLoader;
using Investr.GraphQL;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Listeners of a GraphQL server.</summary>
public static class DiagnosticsBuilderExtensions
{
    /// <summary>Adds a listener, under each of the kinds of events that it hears: the executor's, the loaders', the transports'. Any number
    /// of them hear the same.</summary>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder) where T : class, IDiagnosticEventListener
    {
        builder.Services.TryAddSingleton<T>();
        foreach (var events in typeof(T).GetInterfaces().Where(face => face.IsAssignableTo(typeof(IDiagnosticEventListener)) && face != typeof(IDiagnosticEventListener)))
        {
            builder.Services.AddSingleton(events, static provider => provider.GetRequiredService<T>());
        }

        return builder;
    }
}
