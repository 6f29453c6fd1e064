using Investr.GraphQL;
using Investr.GraphQL.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what a GraphQL server does at its transports.</summary>
public static class GraphQLServerBuilderExtensions
{
    /// <summary>Sets the limits and switches of the transports.</summary>
    public static IRequestExecutorBuilder AddServerOptions(this IRequestExecutorBuilder builder, GraphQLServerOptions options)
    {
        builder.Services.AddSingleton(options);
        return builder;
    }

    /// <summary>Adds the one that sees every operation that comes by HTTP; the last one added counts.</summary>
    public static IRequestExecutorBuilder AddHttpRequestInterceptor<T>(this IRequestExecutorBuilder builder) where T : class, IHttpRequestInterceptor
    {
        builder.Services.AddSingleton<IHttpRequestInterceptor, T>();
        return builder;
    }

    /// <summary>Adds the one that decides who may connect by WebSocket; the last one added counts.</summary>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder) where T : class, ISocketSessionInterceptor
    {
        builder.Services.AddSingleton<ISocketSessionInterceptor, T>();
        return builder;
    }
}
