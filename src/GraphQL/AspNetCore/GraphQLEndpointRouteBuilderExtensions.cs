using Investr.GraphQL;
using Investr.GraphQL.AspNetCore;
using Investr.GraphQL.AspNetCore.Diagnostics;
using Investr.GraphQL.AspNetCore.Explorer;
using Investr.GraphQL.AspNetCore.Http;
using Investr.GraphQL.AspNetCore.Sse;
using Investr.GraphQL.AspNetCore.Streaming;
using Investr.GraphQL.AspNetCore.WebSockets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps GraphQL's endpoints.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Serves the registered <see cref="IRequestExecutor"/> by POST, GET, multipart requests, event streams and, after <c>UseWebSockets</c>, WebSockets.</summary>
    /// <remarks>A browser that asks the endpoint for a page is sent to the explorer, where one is mapped.</remarks>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The endpoint's path.</param>
    /// <param name="options">Limits and switches; those registered as a service, or else the defaults, where it is null.</param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern = "/graphql", GraphQLServerOptions? options = null) =>
        endpoints.Map(pattern, Endpoint(endpoints.ServiceProvider, options, isNamed: false).HandleAsync).WithDisplayName("GraphQL");

    /// <summary>Serves trusted documents, each at a path of its own, <c>/{id}/{operation?}</c>: queries by GET, everything by POST, the
    /// variables as the parameter or member <c>variables</c>.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The path before the ids.</param>
    /// <param name="options">Limits and switches; those registered as a service, or else the defaults, where it is null.</param>
    public static IEndpointConventionBuilder MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpoints, string pattern = "/graphql/persisted", GraphQLServerOptions? options = null) =>
        endpoints.Map($"{pattern.TrimEnd('/')}/{NamedDocument.Route}", Endpoint(endpoints.ServiceProvider, options, isNamed: true).HandleAsync)
            .WithDisplayName("GraphQL trusted documents");

    /// <summary>Serves Banana Cake Pop's static files, set to a GraphQL endpoint of this server, with its telemetry off.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="path">Its path, which ends in a slash.</param>
    /// <param name="folder">The folder that holds its index.html.</param>
    /// <param name="options">What it is told when it starts; the defaults where it is null.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEndpointConventionBuilder MapGraphQLExplorer(
        this IEndpointRouteBuilder endpoints, string path, string folder, ExplorerOptions? options = null)
    {
        if (!path.EndsWith('/')) throw new ArgumentException("The explorer's path must end in a slash.", nameof(path));
        return endpoints.MapGet(path + "{**file}", ExplorerFiles.Pipeline(endpoints, path, folder, options ?? new()))
            .WithMetadata(new ExplorerLocation(path))
            .WithDisplayName("GraphQL explorer");
    }

    /// <summary>Serves the schema as text, in its own language.</summary>
    public static IEndpointConventionBuilder MapGraphQLSchema(this IEndpointRouteBuilder endpoints, string pattern = "/graphql/schema.graphql") =>
        endpoints.MapGet(pattern, new SchemaDocument(endpoints.ServiceProvider.GetRequiredService<IRequestExecutor>()).HandleAsync)
            .WithDisplayName("GraphQL schema");

    private static GraphQLEndpoint Endpoint(IServiceProvider services, GraphQLServerOptions? options, bool isNamed)
    {
        options ??= services.GetService<GraphQLServerOptions>() ?? new();
        var executor = services.GetRequiredService<IRequestExecutor>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var lifetime = services.GetService<IHostApplicationLifetime>();
        var events = services.GetServices<IServerDiagnosticEvents>().ToArray() switch
        {
            [] => null,
            [var only] => only,
            var several => new AllServerDiagnostics(several),
        };
        var relay = new ResultsRelay(options.KeepAliveInterval, time, lifetime, events);
        var http = new HttpOperations(executor, options, services.GetService<IHttpRequestInterceptor>(), relay, isNamed, events);
        var stream = new SingleConnection(
            http, executor, options, relay, time, lifetime, services.GetRequiredService<ILogger<SingleConnection>>(), events);
        var sockets = new SocketEndpoint(
            executor, services.GetService<ISocketSessionInterceptor>() ?? new DefaultSocketSessionInterceptor(), options.Sockets, time,
            services.GetRequiredService<ILogger<SocketEndpoint>>(), events, lifetime?.ApplicationStopping ?? CancellationToken.None);
        return new(options, http, sockets, stream, isNamed, events);
    }
}
