using System.Buffers;
using System.Text.Json;
using Investr.GraphQL.AspNetCore.Http;
using Investr.GraphQL.AspNetCore.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>GraphQL over Server-Sent Events, single connection mode: a client reserves one stream (PUT), opens it, and sends operations
/// whose results come over it.</summary>
internal sealed partial class SingleConnection(
    HttpOperations http, IRequestExecutor executor, GraphQLServerOptions options, ResultsRelay relay, TimeProvider time,
    IHostApplicationLifetime? lifetime, ILogger logger, IServerDiagnosticEvents? events)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private static readonly ReadOnlyMemory<byte> Silence = ":\n\n"u8.ToArray();

    private readonly SseReservations _reservations = new(options.EventStreams, time);

    /// <summary>Whether a request is for a reserved stream.</summary>
    public static bool IsMeant(HttpRequest request) => HttpMethods.IsPut(request.Method)
        || request.Headers.ContainsKey(TokenHeader) || (request.QueryString.HasValue && request.Query.ContainsKey("token"));

    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPut(request.Method)) return ReserveAsync(context);

        var token = request.Headers[TokenHeader].ToString() is { Length: > 0 } header ? header : request.Query["token"].ToString();
        if (_reservations.Find(token) is not { } connection) return RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such event stream.");
        if (HttpMethods.IsDelete(request.Method)) return StopAsync(context, connection);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, POST, PUT, DELETE";
            return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "An event stream takes GET, POST, PUT and DELETE.");
        }

        return ContentNegotiation.Of(request.Headers.Accept) is { Single: ResponseType.None, Events: StreamType.EventStream }
            ? OpenAsync(context, token, connection)
            : AcceptAsync(context, connection);
    }

    private Task ReserveAsync(HttpContext context)
    {
        if (_reservations.TryReserve() is not { } token)
        {
            return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "There are too many event streams.");
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(token, context.RequestAborted);
    }

    private static Task StopAsync(HttpContext context, SseConnection connection)
    {
        if (context.Request.Query["operationId"].ToString() is not { Length: > 0 } id)
        {
            return RefuseAsync(context, StatusCodes.Status400BadRequest, "The operationId is missing.");
        }

        connection.Stop(id);
        return Task.CompletedTask;
    }

    private async Task OpenAsync(HttpContext context, string token, SseConnection connection)
    {
        if (!connection.TryTake())
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, "The event stream is open already.");
            return;
        }

        using var scope = events?.EventStream(context);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime?.ApplicationStopping ?? CancellationToken.None,
            context.Features.Get<IStreamLifetimeFeature>()?.Ended ?? CancellationToken.None);
        try
        {
            connection.Open(StreamedBody.Start(context.Response, SseWriter.ContentType));
            while (true)
            {
                await connection.SendAsync(static (silence, output) => output.Write(silence.Span), Silence, ending.Token);
                await Task.Delay(options.KeepAliveInterval, time, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, or the server stops.
        }
        finally
        {
            _reservations.Remove(token);
            await connection.DrainAsync();
        }
    }

    private async Task AcceptAsync(HttpContext context, SseConnection connection)
    {
        try
        {
            var parts = await ReadAsync(context);
            var id = OperationIdOf(parts.Extensions);
            switch (connection.TryAdd(id, out var stopped))
            {
                case SseConnection.Admission.Duplicate:
                    throw new RequestFormatException(StatusCodes.Status409Conflict, Error($"An operation {id} runs already."));
                case SseConnection.Admission.TooMany:
                    throw new RequestFormatException(StatusCodes.Status429TooManyRequests, Error($"A stream may run {options.EventStreams.MaxOperations} operations at a time."));
            }

            await BeginAsync(context, connection, id, parts, stopped);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (RequestFormatException fault)
        {
            await ResponseWriter.WriteErrorsAsync(context.Response, fault.Errors, ResponseType.Json, ResponseStatus.Of(fault, ResponseType.Json, options.StatusPolicy));
        }
    }

    // The bytes outlive the request that brought them.
    private async Task<RequestParts> ReadAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method)) return GetRequest.Read(context.Request.Query);

        var body = await RequestBody.ReadAsync(context.Request.BodyReader, options.MaxRequestBytes, context.RequestAborted);
        try
        {
            return RequestReader.Read(body.Memory.ToArray(), maxBatchSize: 0, out _);
        }
        finally
        {
            body.Release();
        }
    }

    private async Task BeginAsync(HttpContext context, SseConnection connection, string id, RequestParts parts, CancellationToken stopped)
    {
        var allowed = HttpMethods.IsGet(context.Request.Method)
            ? AllowedOperations.Query | AllowedOperations.Subscription
            : AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription;
        var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        try
        {
            var request = await http.InterceptAsync(context, parts with { Incremental = IncrementalFormat.Current, CostMode = CostHeader.Of(context.Request.Headers) }, scope.ServiceProvider, allowed);
            _ = RunAsync(connection, id, request, scope, stopped);
        }
        catch (Exception)
        {
            connection.Stop(id);
            await scope.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync(SseConnection connection, string id, OperationRequest request, AsyncServiceScope scope, CancellationToken stopped)
    {
        // The request that brought it is answered first.
        await Task.Yield();
        await using var services = scope;
        var output = new SseOperationWriter(connection, id);
        try
        {
            using var answer = await executor.ExecuteAsync(request, stopped);
            if (answer is ResponseStream stream) await relay.RelayAsync(stream, output, stopped);
            else await output.NextAsync((OperationResult)answer, stopped);
            connection.Stop(id);
            await output.CompleteAsync(connection.Ended);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // Stopped by the client, who needs no answer.
        }
        catch (Exception exception)
        {
            LogFailure(logger, exception);
            connection.Stop(id);
        }
    }

    private static string OperationIdOf(ReadOnlyMemory<byte> extensions)
    {
        if (!extensions.IsEmpty && JsonElement.Parse(extensions.Span).TryGetProperty("operationId", out var id)
            && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } given)
        {
            return given;
        }

        throw new RequestFormatException(StatusCodes.Status400BadRequest, Error("The extension operationId is missing."));
    }

    private static Task RefuseAsync(HttpContext context, int status, string message) =>
        ResponseWriter.WriteErrorsAsync(context.Response, [Error(message)], ResponseType.Json, status).AsTask();

    private static GraphQLError Error(string message) => new(message) { Code = ErrorCodes.InvalidRequest };

    [LoggerMessage(Level = LogLevel.Error, Message = "An operation of an event stream failed.")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
