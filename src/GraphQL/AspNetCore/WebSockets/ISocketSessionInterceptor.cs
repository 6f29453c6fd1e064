using System.Text.Json;

namespace Investr.GraphQL.AspNetCore;

/// <summary>Decides who may connect by WebSocket, and sees every operation before it runs. Registered as a singleton.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Accepts or rejects a connection by the payload of <c>connection_init</c>: an object, or undefined where there was none.</summary>
    /// <remarks>Here is where a token is checked, and <see cref="ISocketSession.User"/> and <see cref="ISocketSession.ExpiresAt"/> are set.</remarks>
    ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken cancellationToken);

    /// <summary>Completes an operation's request; its user is the session's already.</summary>
    /// <exception cref="GraphQLException">The operation is refused with these errors.</exception>
    ValueTask OnRequestAsync(ISocketSession session, string operationId, OperationRequestBuilder request, CancellationToken cancellationToken);
}

/// <summary>Accepts everyone; what a program does not want to change.</summary>
public class DefaultSocketSessionInterceptor : ISocketSessionInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken cancellationToken) =>
        new(ConnectionStatus.Accept());

    /// <inheritdoc/>
    public virtual ValueTask OnRequestAsync(
        ISocketSession session, string operationId, OperationRequestBuilder request, CancellationToken cancellationToken) => default;
}

/// <summary>The answer to <c>connection_init</c>.</summary>
public sealed record ConnectionStatus
{
    private ConnectionStatus(bool isAccepted, IReadOnlyDictionary<string, object?>? payload, string? reason) =>
        (IsAccepted, Payload, Reason) = (isAccepted, payload, reason);

    /// <summary>Whether operations may be sent.</summary>
    public bool IsAccepted { get; }

    /// <summary>What <c>connection_ack</c> brings; null for nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; }

    /// <summary>Why the socket closes with 4403; null where it was accepted.</summary>
    public string? Reason { get; }

    /// <summary>Lets the client in, with a payload for <c>connection_ack</c> where one is given.</summary>
    public static ConnectionStatus Accept(IReadOnlyDictionary<string, object?>? payload = null) => new(true, payload, null);

    /// <summary>Turns the client away: the socket closes with 4403 and this reason, of at most 123 bytes.</summary>
    public static ConnectionStatus Reject(string reason = "Forbidden") => new(false, null, reason);
}
