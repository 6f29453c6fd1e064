using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text.Json;
using Investr.Benchmarks.Workload;
using Microsoft.AspNetCore.Http;

namespace Investr.Benchmarks.Servers;

/// <summary>The least that sends an event to every socket: one message is encoded, and each socket gets its bytes. Nothing is queued, and
/// a slow socket holds all of them up.</summary>
internal sealed class FloorBroadcast : ITickPublisher
{
    private ImmutableHashSet<WebSocket> _sockets = [];

    public int Subscribers => _sockets.Count;

    public async Task PublishAsync(Tick tick)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(tick, JsonSerializerOptions.Web);
        byte[] message = [.. """{"id":"1","type":"next","payload":{"data":{"onTick":"""u8, .. payload, .. "}}}"u8];
        foreach (var socket in _sockets) await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    public async Task SubscribeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        var buffer = new byte[1024];
        try
        {
            await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
            await socket.SendAsync("""{"type":"connection_ack"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
            ImmutableInterlocked.Update(ref _sockets, (all, one) => all.Add(one), socket);
            while ((await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            ImmutableInterlocked.Update(ref _sockets, (all, one) => all.Remove(one), socket);
        }
    }
}
