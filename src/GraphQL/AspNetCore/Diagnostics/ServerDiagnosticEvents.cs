using Investr.DataLoader;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore;

/// <summary>Hears what the transports do. Called from any thread; what it throws ends the request or the connection.</summary>
/// <remarks>Derive from <see cref="ServerDiagnosticEventListener"/> to hear a part. Register any number in the services.</remarks>
public interface IServerDiagnosticEvents : IDiagnosticEventListener
{
    /// <summary>A request comes; what is given back is disposed when it has been answered, for a stream at its end.</summary>
    IDisposable? ExecuteHttpRequest(HttpContext context, HttpRequestKind kind);

    /// <summary>A request is answered by these errors alone, since it is none that could be executed.</summary>
    void HttpRequestError(HttpContext context, IReadOnlyList<IError> errors);

    /// <summary>Results go to a client one after another from now on, as server-sent events, parts or lines; what is given back is disposed at
    /// the end.</summary>
    IDisposable? EventStream(HttpContext context);

    /// <summary>A WebSocket has opened; what is given back is disposed when it has closed and let go of everything.</summary>
    IDisposable? WebSocketSession(ISocketSession session);

    /// <summary>A WebSocket closes, by the server's code and words; 1000 where the client has gone.</summary>
    void WebSocketSessionClosed(ISocketSession session, int code, string reason);

    /// <summary>An operation begins on a WebSocket; what is given back is disposed at its end.</summary>
    IDisposable? WebSocketOperation(ISocketSession session, string operationId);
}

/// <summary>Hears nothing of transports, until a method is overridden.</summary>
public abstract class ServerDiagnosticEventListener : IServerDiagnosticEvents
{
    /// <inheritdoc/>
    public virtual IDisposable? ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => null;

    /// <inheritdoc/>
    public virtual void HttpRequestError(HttpContext context, IReadOnlyList<IError> errors)
    {
    }

    /// <inheritdoc/>
    public virtual IDisposable? EventStream(HttpContext context) => null;

    /// <inheritdoc/>
    public virtual IDisposable? WebSocketSession(ISocketSession session) => null;

    /// <inheritdoc/>
    public virtual void WebSocketSessionClosed(ISocketSession session, int code, string reason)
    {
    }

    /// <inheritdoc/>
    public virtual IDisposable? WebSocketOperation(ISocketSession session, string operationId) => null;
}

/// <summary>How a request comes by HTTP.</summary>
public enum HttpRequestKind
{
    /// <summary>A POST with a JSON body.</summary>
    Post,

    /// <summary>A POST with files.</summary>
    Multipart,

    /// <summary>A GET.</summary>
    Get,

    /// <summary>A request that has to do with a reserved event stream.</summary>
    EventStream,
}
