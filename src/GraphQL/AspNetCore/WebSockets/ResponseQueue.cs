namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>The responses of one operation on their way to a client: a slow client misses the oldest, or is
/// disconnected, and costs no more memory.</summary>
/// <remarks>As long as the client keeps up, each response is sent on the thread that brings it, and nothing waits. One thread at a time adds.</remarks>
internal sealed class ResponseQueue(Socket socket, ReadOnlyMemory<byte> prefix, GraphQLSocketOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<OperationResult> _waiting = new();
    private Task _sending = Task.CompletedTask;
    private bool _isSending;

    public void Add(OperationResult response)
    {
        OperationResult? dropped = null;
        var starts = false;
        lock (_gate)
        {
            if (_waiting.Count == options.MaxQueuedResponses) dropped = _waiting.Dequeue();
            _waiting.Enqueue(response);
            if (!_isSending) starts = _isSending = true;
        }

        dropped?.Dispose();
        if (dropped is not null && options.SlowClients == SlowClientPolicy.Disconnect) Disconnect();
        if (starts) _sending = SendAsync();
    }

    /// <summary>Ends when all that waited is sent.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => _sending.WaitAsync(cancellationToken);

    /// <summary>Lets go of what waits still.</summary>
    public void Discard()
    {
        while (Next(isSender: false) is { } response) response.Dispose();
    }

    // The connection's end stops the operation too; until then it goes on as if nothing were.
    private void Disconnect()
    {
        if (socket.Closed is null) _ = socket.CloseAsync(CloseReason.TooSlow);
    }

    private async Task SendAsync()
    {
        while (Next(isSender: true) is { } response)
        {
            using (response) await socket.SendAsync(prefix, response);
        }
    }

    private OperationResult? Next(bool isSender)
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var response)) return response;
            if (isSender) _isSending = false;
            return null;
        }
    }
}
