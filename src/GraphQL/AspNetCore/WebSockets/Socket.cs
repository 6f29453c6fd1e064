using System.Buffers;
using System.Net.WebSockets;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>Whole messages over a WebSocket: joins the frames that come, and lets one sender write at a time.</summary>
internal sealed class Socket(WebSocket socket, int maxMessageBytes) : IDisposable
{
    private const int KeptBufferBytes = 64 * 1024;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private ArrayBufferWriter<byte> _outgoing = new();
    private byte[] _incoming = new byte[4096];
    private bool _isClosing;

    /// <summary>Why it was closed from here first; null while it is not.</summary>
    public CloseReason? Closed { get; private set; }

    /// <summary>The next message, valid until the next call; null where the connection is over.</summary>
    /// <exception cref="ProtocolException">The message is too long or not text.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            if (length == _incoming.Length) Grow();
            ValueWebSocketReceiveResult received;
            try
            {
                received = await socket.ReceiveAsync(_incoming.AsMemory(length), _ended.Token);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                return null;
            }

            if (received.MessageType == WebSocketMessageType.Close) return null;
            if (received.MessageType != WebSocketMessageType.Text) throw new ProtocolException(CloseReason.InvalidMessage("Only text is expected"));
            length += received.Count;
            if (length > maxMessageBytes) throw new ProtocolException(CloseReason.MessageTooBig);
            if (received.EndOfMessage) return _incoming.AsMemory(0, length);
        }
    }

    /// <summary>Sends a message; nothing where the connection is over.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        if (!await EnterAsync()) return;
        try
        {
            await SendNowAsync(message);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends a response in its envelope; nothing where the connection is over.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> prefix, OperationResult result)
    {
        if (!await EnterAsync()) return;
        try
        {
            _outgoing.ResetWrittenCount();
            _outgoing.Write(prefix.Span);
            result.CopyTo(_outgoing);
            _outgoing.Write("}"u8);
            await SendNowAsync(_outgoing.WrittenMemory);
            if (_outgoing.Capacity > KeptBufferBytes) _outgoing = new();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says why, and ends the connection shortly after, whether or not the client answers.</summary>
    public async Task CloseAsync(CloseReason reason)
    {
        Closed ??= reason;
        // A client that does not read holds the sender up; it does not hold up the end.
        _ended.CancelAfter(CloseGrace);
        if (!await EnterAsync()) return;
        try
        {
            _isClosing = true;
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.ShortText, _ended.Token);
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads and forgets what the client still sends, until it closes its side or its time is over.</summary>
    public async Task DrainAsync()
    {
        try
        {
            while ((await socket.ReceiveAsync(_incoming.AsMemory(), _ended.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            socket.Abort();
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        socket.Dispose();
    }

    private async ValueTask<bool> EnterAsync()
    {
        if (_ended.IsCancellationRequested) return false;
        try
        {
            await _sending.WaitAsync(_ended.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        if (!_isClosing) return true;
        _sending.Release();
        return false;
    }

    private static bool IsEnd(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    private async ValueTask SendNowAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, _ended.Token);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // The receiving side sees the same end and cleans up.
            _isClosing = true;
        }
    }

    private void Grow()
    {
        if (_incoming.Length > maxMessageBytes) throw new ProtocolException(CloseReason.MessageTooBig);
        Array.Resize(ref _incoming, Math.Min(_incoming.Length * 2, maxMessageBytes + 1));
    }
}
