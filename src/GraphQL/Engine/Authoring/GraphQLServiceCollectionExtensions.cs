using Investr.GraphQL;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a GraphQL server to the application's services.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Adds the server. The schema is made when it is first asked for; call again to go on with the same one.</summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var added = services.FirstOrDefault(service => service.ServiceType == typeof(SchemaConfiguration));
        if (added?.ImplementationInstance is SchemaConfiguration known)
            return new RequestExecutorBuilder(services, known);

        var configuration = new SchemaConfiguration();
        services.AddSingleton(configuration);
        services.AddSingleton(provider => SchemaBuilder.Build(configuration, provider));
        services.TryAddSingleton(configuration.RequestOptions);
        services.AddRequestExecutor();
        return new RequestExecutorBuilder(services, configuration);
    }
}

internal sealed record RequestExecutorBuilder(IServiceCollection Services, SchemaConfiguration Configuration) : IRequestExecutorBuilder;
