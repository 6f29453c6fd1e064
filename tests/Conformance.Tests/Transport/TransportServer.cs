using System.Text.Json;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Investr.Conformance.Tests.Transport;

/// <summary>A server of the library, with its default options, on a free port.</summary>
public sealed class TransportServer : IAsyncLifetime
{
    private readonly WebApplication _app;

    public TransportServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQLServer()
            .AddType(typeof(TransportQueries)).AddType(typeof(TransportMutations)).AddType(typeof(TransportSubscriptions))
            .AddSocketSessionInterceptor<ForgedTokenInterceptor>();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGraphQL("/graphql", new() { Sockets = new() { ConnectionInitTimeout = TimeSpan.FromMilliseconds(500) } });
    }

    public string Address { get; private set; } = "";

    public string SocketAddress => "ws" + Address["http".Length..];

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Address = _app.Urls.First() + "/graphql";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class ForgedTokenInterceptor : DefaultSocketSessionInterceptor
    {
        public override ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken cancellationToken) =>
            new(payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("token", out _) ? ConnectionStatus.Reject() : ConnectionStatus.Accept());
    }
}
