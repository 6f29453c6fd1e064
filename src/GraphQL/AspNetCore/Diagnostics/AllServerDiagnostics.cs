using Investr.DataLoader;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Diagnostics;

/// <summary>Several listeners as one.</summary>
internal sealed class AllServerDiagnostics(IServerDiagnosticEvents[] listeners) : IServerDiagnosticEvents
{
    public IDisposable? ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) =>
        DiagnosticScopes.Open(listeners, (context, kind), static (listener, request) => listener.ExecuteHttpRequest(request.context, request.kind));

    public void HttpRequestError(HttpContext context, IReadOnlyList<IError> errors)
    {
        foreach (var listener in listeners) listener.HttpRequestError(context, errors);
    }

    public IDisposable? EventStream(HttpContext context) =>
        DiagnosticScopes.Open(listeners, context, static (listener, request) => listener.EventStream(request));

    public IDisposable? WebSocketSession(ISocketSession session) =>
        DiagnosticScopes.Open(listeners, session, static (listener, opened) => listener.WebSocketSession(opened));

    public void WebSocketSessionClosed(ISocketSession session, int code, string reason)
    {
        foreach (var listener in listeners) listener.WebSocketSessionClosed(session, code, reason);
    }

    public IDisposable? WebSocketOperation(ISocketSession session, string operationId) =>
        DiagnosticScopes.Open(listeners, (session, operationId), static (listener, begun) => listener.WebSocketOperation(begun.session, begun.operationId));
}
