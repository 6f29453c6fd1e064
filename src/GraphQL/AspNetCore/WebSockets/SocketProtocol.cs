using System.Text.Json;
using Investr.GraphQL.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>The states of both subprotocols: connected, acknowledged, closed; and the operations that run in between.</summary>
internal sealed partial class SocketProtocol(
    WebSocketDialect dialect, Socket socket, SocketSession session, IRequestExecutor executor, ISocketSessionInterceptor interceptor, GraphQLSocketOptions options,
    TimeProvider time, ILogger logger, IServerDiagnosticEvents? events)
{
    private readonly SocketOperations _operations = new();
    private bool _isInitialized;
    private bool _isAcknowledged;

    /// <summary>Serves the connection to its end; whatever ran is stopped then.</summary>
    public async Task RunAsync(CancellationToken clientGone)
    {
        await using var timeout = time.CreateTimer(_ => OnInitTimeout(), null, options.ConnectionInitTimeout, Timeout.InfiniteTimeSpan);
        var reason = CloseReason.NormalClosure;
        try
        {
            while (await socket.ReceiveAsync() is { } message) await HandleAsync(Messages.Read(message, dialect), clientGone);
        }
        catch (ProtocolException broken)
        {
            reason = broken.Reason;
        }
        catch (OperationCanceledException) when (clientGone.IsCancellationRequested)
        {
            // The client went while it was being let in.
        }
        catch (Exception exception)
        {
            LogFailure(logger, exception);
            reason = CloseReason.InternalError;
        }

        // Sources are let go before the client is waited for: it may never answer.
        var ending = _operations.StopAsync();
        await socket.CloseAsync(reason);
        await socket.DrainAsync();
        await ending;
    }

    /// <summary>Ends the connection from outside: its authorization or the server's time is over.</summary>
    public Task CloseAsync(CloseReason reason)
    {
        _ = _operations.StopAsync();
        return socket.CloseAsync(reason);
    }

    private ValueTask HandleAsync(ClientMessage message, CancellationToken clientGone)
    {
        switch (message.Type)
        {
            case MessageType.ConnectionInit:
                return InitializeAsync(message.Payload, clientGone);
            case MessageType.Ping:
                return socket.SendAsync(Messages.Write("pong", message.Payload.Span));
            case MessageType.Subscribe:
                return SubscribeAsync(message);
            case MessageType.Terminate:
                throw new ProtocolException(CloseReason.NormalClosure);
            case MessageType.Complete:
                _operations.Stop(message.Id);
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }

    private async ValueTask InitializeAsync(ReadOnlyMemory<byte> payload, CancellationToken clientGone)
    {
        if (_isInitialized) throw new ProtocolException(CloseReason.TooManyInits);
        _isInitialized = true;
        var status = await interceptor.OnConnectAsync(session, payload.IsEmpty ? default : JsonElement.Parse(payload.Span), clientGone);
        if (!status.IsAccepted)
        {
            if (dialect.IsLegacy) await socket.SendAsync(Messages.Write("connection_error", JsonSerializer.SerializeToUtf8Bytes(new { message = status.Reason })));
            throw new ProtocolException(CloseReason.Forbidden(status.Reason!));
        }

        _isAcknowledged = true;
        await socket.SendAsync(Messages.Write("connection_ack", status.Payload is { } reply ? Messages.Payload(reply) : []));
    }

    private ValueTask SubscribeAsync(ClientMessage message)
    {
        if (!_isAcknowledged) throw new ProtocolException(CloseReason.Unauthorized);

        var parts = ReadRequest(message.Payload.ToArray());
        if (dialect.IsLegacy) _operations.Stop(message.Id);
        var operation = new SocketOperation(message.Id, dialect, socket, session, executor, interceptor, options);
        switch (_operations.TryAdd(message.Id, operation, options.MaxSubscriptionsPerSocket))
        {
            case SocketOperations.Admission.Duplicate:
                throw new ProtocolException(CloseReason.Duplicate(message.Id));
            case SocketOperations.Admission.TooMany:
                var error = new GraphQLError($"A socket may run {options.MaxSubscriptionsPerSocket} operations at a time.") { Code = ErrorCodes.LimitExceeded };
                return socket.SendAsync(Messages.Write(message.Id, "error", ErrorJson.Array([error]).Span));
            default:
                operation.Running = RunAsync(message.Id, operation, parts);
                return ValueTask.CompletedTask;
        }
    }

    private async Task RunAsync(string id, SocketOperation operation, RequestParts parts)
    {
        using var scope = events?.WebSocketOperation(session, id);
        try
        {
            await operation.RunAsync(parts, () => _operations.Remove(id, operation));
        }
        catch (Exception exception)
        {
            LogFailure(logger, exception);
            await CloseAsync(CloseReason.InternalError);
        }
        finally
        {
            operation.Dispose();
        }
    }

    private static RequestParts ReadRequest(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return RequestReader.Read(payload, maxBatchSize: 0, out _);
        }
        catch (RequestFormatException fault)
        {
            throw new ProtocolException(CloseReason.InvalidMessage(fault.Errors[0].Message));
        }
    }

    private void OnInitTimeout()
    {
        if (!_isInitialized) _ = CloseAsync(CloseReason.InitTimeout);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL WebSocket connection failed.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
