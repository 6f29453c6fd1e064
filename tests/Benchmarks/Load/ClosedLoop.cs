using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Investr.Benchmarks.Workload;

namespace Investr.Benchmarks.Load;

/// <summary>A bounded load over loopback: each connection sends its next request when the last is answered.</summary>
internal static class ClosedLoop
{
    /// <summary>The latencies of all requests that were answered in time, ascending.</summary>
    public static async Task<TimeSpan[]> RunAsync(int port, Operation operation, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var connections = Enumerable.Range(0, operation.Connections).Select(_ => Task.Run(() => RunConnectionAsync(port, operation.Request, end)));
        return [.. (await Task.WhenAll(connections)).SelectMany(latencies => latencies).Order()];
    }

    private static async Task<List<TimeSpan>> RunConnectionAsync(int port, byte[] request, long end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var latencies = new List<TimeSpan>();
        var buffer = new byte[256 * 1024];
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            if (start >= end) return latencies;
            await socket.SendAsync(request);
            await ReceiveAsync(socket, buffer);
            latencies.Add(Stopwatch.GetElapsedTime(start));
        }
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (!IsComplete(buffer.AsSpan(0, length)))
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (received == 0) throw new IOException("The server closed the connection.");
            length += received;
        }
    }

    private static bool IsComplete(ReadOnlySpan<byte> response)
    {
        var headers = response.IndexOf("\r\n\r\n"u8);
        if (headers < 0) return false;
        if (!response.StartsWith("HTTP/1.1 200 "u8)) throw new IOException(Encoding.UTF8.GetString(response));

        var at = Math.Max(response[..headers].IndexOf("Content-Length: "u8), response[..headers].IndexOf("content-length: "u8));
        if (at < 0) return response.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(response[(at + 16)..], out int contentLength, out _) && response.Length == headers + 4 + contentLength;
    }
}
