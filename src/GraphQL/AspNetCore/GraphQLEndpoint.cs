using Investr.GraphQL.AspNetCore.Explorer;
using Investr.GraphQL.AspNetCore.Http;
using Investr.GraphQL.AspNetCore.Sse;
using Investr.GraphQL.AspNetCore.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore;

/// <summary>Chooses the transport of a request, and no more.</summary>
internal sealed class GraphQLEndpoint(
    GraphQLServerOptions options, HttpOperations http, SocketEndpoint sockets, SingleConnection stream, bool isNamed, IServerDiagnosticEvents? events)
{
    public Task HandleAsync(HttpContext context) =>
        events is null || context.WebSockets.IsWebSocketRequest ? AnswerAsync(context) : AnswerHeardAsync(context, events);

    private async Task AnswerHeardAsync(HttpContext context, IServerDiagnosticEvents listener)
    {
        using var scope = listener.ExecuteHttpRequest(context, KindOf(context.Request));
        await AnswerAsync(context);
    }

    private HttpRequestKind KindOf(HttpRequest request) => IsForReservedStream(request) ? HttpRequestKind.EventStream
        : !HttpMethods.IsPost(request.Method) ? HttpRequestKind.Get
        : RequestContentTypes.Of(request.ContentType) == RequestContentType.Multipart ? HttpRequestKind.Multipart : HttpRequestKind.Post;

    private bool IsForReservedStream(HttpRequest request) => options.EventStreams.MaxReservations > 0 && !isNamed && SingleConnection.IsMeant(request);

    private Task AnswerAsync(HttpContext context)
    {
        if (IsForReservedStream(context.Request)) return stream.HandleAsync(context);
        if (HttpMethods.IsPost(context.Request.Method)) return http.PostAsync(context);
        if (context.WebSockets.IsWebSocketRequest) return sockets.HandleAsync(context);
        if (HttpMethods.IsGet(context.Request.Method) && !isNamed && !GetRequest.IsIn(context.Request.Query) && WelcomePage.IsWanted(context.Request))
        {
            return WelcomePage.WriteAsync(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && options.AllowGet) return http.GetAsync(context);

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = options.AllowGet ? "GET, POST" : "POST";
        return Task.CompletedTask;
    }
}
