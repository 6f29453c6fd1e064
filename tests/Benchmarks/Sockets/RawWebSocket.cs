using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Investr.Benchmarks.Sockets;

/// <summary>A WebSocket client of a few lines, so that a thousand of them cost the load little; and one that can be torn down by a TCP
/// reset, as no well-behaved client does.</summary>
internal sealed class RawWebSocket : IDisposable
{
    private const byte FinalText = 0x81;
    private const byte FinalPong = 0x8A;
    private const byte Masked = 0x80;
    private const int Close = 0x8;
    private const int Ping = 0x9;

    private readonly Socket _socket;
    private byte[] _buffer = new byte[1024];
    private int _start;
    private int _end;

    private RawWebSocket(Socket socket) => _socket = socket;

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<RawWebSocket> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var client = new RawWebSocket(socket);
        await socket.SendAsync(
            "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"u8.ToArray());
        while (client.EndOfHandshake() < 0) await client.FillAsync();
        client._start = client.EndOfHandshake();
        return client;
    }

    /// <summary>Connects, and subscribes as operation 1.</summary>
    public static async Task<RawWebSocket> SubscribeAsync(int port, string query, string variables = "{}")
    {
        var client = await ConnectAsync(port);
        await client.SendAsync("""{"type":"connection_init"}""");
        await client.ReceiveAsync();
        await client.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{query}}}","variables":{{{variables}}}}}""");
        return client;
    }

    /// <summary>Sends a text message of less than 64 kB.</summary>
    public async Task SendAsync(string text) => await _socket.SendAsync(Frame(FinalText, Encoding.UTF8.GetBytes(text)));

    /// <summary>The next text message, valid until the next call; null where the server has closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        while (true)
        {
            while (!HasFrame()) if (!await FillAsync()) return null;

            var (header, length) = FrameLength();
            var (opcode, payload) = (_buffer[_start] & 0xF, _buffer.AsMemory(_start + header, length));
            _start += header + length;
            if (opcode == Close) return null;
            if (opcode != Ping) return payload;
            await _socket.SendAsync(Frame(FinalPong, payload.Span));
        }
    }

    /// <summary>Drops the connection by a TCP reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private int EndOfHandshake() => _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8) is var at and >= 0 ? at + 4 : -1;

    private bool HasFrame()
    {
        if (_end - _start < 4) return _end - _start >= 2 && _buffer[_start + 1] <= _end - _start - 2;
        var (header, length) = FrameLength();
        return _end - _start >= header + length;
    }

    // A server does not mask, and none here sends messages of 64 kB.
    private (int Header, int Length) FrameLength() => _buffer[_start + 1] is var length and < 126
        ? (2, length)
        : (4, BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start + 2)));

    private async ValueTask<bool> FillAsync()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end));
        _end += received;
        return received > 0;
    }

    // The masking key is zero: the payload stays as it is.
    private static byte[] Frame(byte kind, ReadOnlySpan<byte> payload) => payload.Length < 126
        ? [kind, (byte)(Masked | payload.Length), 0, 0, 0, 0, .. payload]
        : [kind, Masked | 126, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0, .. payload];
}
