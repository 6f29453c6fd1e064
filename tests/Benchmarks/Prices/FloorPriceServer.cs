using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Investr.Benchmarks.Prices;

/// <summary>
/// The least that sends prices to those who watch them: each message is encoded once and sent to one socket of its symbol after the other,
/// on bare Kestrel. Nothing is queued or superseded, and a slow socket holds all of them up.
/// </summary>
internal sealed class FloorPriceServer
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<WebSocket>> _watchers = new();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = new FloorPriceServer();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapPrices(new(server.PublishAsync));
        app.MapGet("/graphql", server.WatchAsync);
        await app.RunAsync();
    }

    private async Task PublishAsync(PriceTick tick)
    {
        var message = Encode(tick);
        foreach (var socket in _watchers[tick.Symbol]) await SendAsync(socket, message);
    }

    // First what is known of each symbol, as the API does.
    private async Task WatchAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        var buffer = new byte[4096];
        await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
        await SendAsync(socket, """{"type":"connection_ack"}"""u8.ToArray());
        var asked = await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
        var symbols = JsonElement.Parse(buffer.AsSpan(0, asked.Count)).GetProperty("payload").GetProperty("variables").GetProperty("symbols");
        foreach (var symbol in symbols.EnumerateArray().Select(symbol => symbol.GetString()!))
        {
            _watchers.GetOrAdd(symbol, _ => []).Add(socket);
            await SendAsync(socket, Encode(new(symbol, 0, TimeProvider.System.GetUtcNow())));
        }

        await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
    }

    private static ValueTask SendAsync(WebSocket socket, byte[] message) =>
        socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static byte[] Encode(PriceTick tick) => JsonSerializer.SerializeToUtf8Bytes(
        new Message("1", "next", new(new(new(new(tick.Symbol), $"{tick.Number}", tick.At.UtcDateTime)))), JsonSerializerOptions.Web);

    private sealed record Message(string Id, string Type, Payload Payload);

    private sealed record Payload(Data Data);

    private sealed record Data(PriceChanged PriceChanged);

    private sealed record PriceChanged(Listed Asset, string Price, DateTime AsOf);

    private sealed record Listed(string Symbol);
}
