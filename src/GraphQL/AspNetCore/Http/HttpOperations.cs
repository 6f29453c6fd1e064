using System.Security.Claims;
using Investr.GraphQL.AspNetCore.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: reads the request, runs it and writes the answer in a type that the client accepts.</summary>
internal sealed class HttpOperations(
    IRequestExecutor executor, GraphQLServerOptions options, IHttpRequestInterceptor? interceptor, ResultsRelay relay, bool isNamed,
    IServerDiagnosticEvents? events)
{
    private const AllowedOperations Single = AllowedOperations.Query | AllowedOperations.Mutation;

    private int MaxRequests => options.Batching ? options.MaxBatchSize : 0;

    public async Task PostAsync(HttpContext context)
    {
        var accepted = ContentNegotiation.Of(context.Request.Headers.Accept);
        try
        {
            if (!accepted.Anything) throw NotAcceptable();
            switch (RequestContentTypes.Of(context.Request.ContentType))
            {
                case RequestContentType.Json:
                    await PostJsonAsync(context, accepted);
                    break;
                case RequestContentType.Multipart:
                    await PostMultipartAsync(context, accepted);
                    break;
                default:
                    throw Refused(StatusCodes.Status415UnsupportedMediaType, "A request's Content-Type must be application/json or multipart/form-data.");
            }
        }
        catch (RequestFormatException fault)
        {
            await RefuseAsync(context.Response, fault, accepted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody to answer, and nothing has failed.
            context.Abort();
        }
    }

    public async Task GetAsync(HttpContext context)
    {
        var accepted = ContentNegotiation.Of(context.Request.Headers.Accept);
        try
        {
            if (!accepted.Anything) throw NotAcceptable();
            if (options.EnforcePreflightOnGet) CsrfGuard.Check(context.Request.Headers);
            var allowed = AllowedOperations.Query | (accepted.Events != StreamType.None ? AllowedOperations.Subscription : AllowedOperations.None);
            await ExecuteAsync(context, GetRequest.Read(context.Request.Query, isNamed), accepted, allowed);
        }
        catch (RequestFormatException fault)
        {
            await RefuseAsync(context.Response, fault, accepted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task PostJsonAsync(HttpContext context, Accepted accepted)
    {
        if (context.Request.ContentLength > options.MaxRequestBytes)
        {
            throw RequestFormatException.TooLarge($"The request body has more than {options.MaxRequestBytes} bytes.");
        }

        var body = await RequestBody.ReadAsync(context.Request.BodyReader, options.MaxRequestBytes, context.RequestAborted);
        try
        {
            var single = RequestReader.Read(body.Memory, MaxRequests, out var batch, isNamed, options.VariableBatching);
            await ExecuteBodyAsync(context, single, batch, accepted);
        }
        finally
        {
            body.Release();
        }
    }

    private async Task PostMultipartAsync(HttpContext context, Accepted accepted)
    {
        if (options.EnforcePreflightOnMultipart) CsrfGuard.Check(context.Request.Headers);
        // The parts have limits of their own; the server's smaller one for any body would cut files short.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;

        await using var multipart = await MultipartRequest.ReadAsync(context.Request, options, context.RequestAborted);
        var single = RequestReader.Read(multipart.Operations, MaxRequests, out var batch);
        if (batch is null) single = single with { Files = multipart.FilesOf(null) };
        else batch = [.. batch.Select((item, index) => item with { Files = multipart.FilesOf(index) })];
        await ExecuteBodyAsync(context, single, batch, accepted);
    }

    private async Task ExecuteAsync(HttpContext context, RequestParts parts, Accepted accepted, AllowedOperations allowed)
    {
        parts = Named(context, parts) with { CostMode = CostHeader.Of(context.Request.Headers), Incremental = StreamTypes.PartsOf(accepted.Parts) };
        var request = interceptor is null
            ? parts.ToRequest(new RequestServices(context), UserOf(context), allowed)
            : await InterceptAsync(context, parts, context.RequestServices, allowed);
        using var result = await executor.ExecuteAsync(request, context.RequestAborted);
        switch (result)
        {
            case OperationResult single when accepted.Single != ResponseType.None && CacheHeaders.Answers(context, single, accepted.Single):
                break;
            case OperationResult single when accepted.Single != ResponseType.None:
                await ResponseWriter.WriteAsync(context.Response, single, accepted.Single, StatusOf(single, context, accepted.Single));
                break;
            case OperationResult single:
                await ResultsRelay.SendSingleAsync(context, single, StreamTypes.Start(accepted.Stream, context.Response));
                break;
            case ResponseStream stream:
                var type = stream.IsIncremental ? accepted.Parts : accepted.Events;
                await relay.SendAsync(context, stream, StreamTypes.Start(type, context.Response));
                break;
        }
    }

    private Task ExecuteBodyAsync(HttpContext context, RequestParts single, IReadOnlyList<RequestParts>? batch, Accepted accepted) =>
        batch is null && !BatchItem.HasSets(single)
            ? ExecuteAsync(context, single, accepted, PostAllows(accepted))
            : new BatchOperations(this, executor).ExecuteAsync(context, BatchItem.Of(Named(context, single), batch, options.MaxBatchSize), accepted);

    private RequestParts Named(HttpContext context, RequestParts parts) => isNamed ? NamedDocument.In(context.Request.RouteValues, parts) : parts;

    /// <summary>The request as the program's interceptor leaves it.</summary>
    /// <exception cref="RequestFormatException">The interceptor refuses it.</exception>
    public async ValueTask<OperationRequest> InterceptAsync(
        HttpContext context, RequestParts parts, IServiceProvider services, AllowedOperations allowed)
    {
        var builder = new OperationRequestBuilder(parts, services, UserOf(context), allowed);
        try
        {
            if (interceptor is not null) await interceptor.OnCreateAsync(context, builder, context.RequestAborted);
        }
        catch (GraphQLException refusal)
        {
            throw new RequestFormatException(StatusCodes.Status400BadRequest, refusal.Errors);
        }

        return builder.Build();
    }

    private int StatusOf(OperationResult result, HttpContext context, ResponseType type)
    {
        if (result.Kind != ResultKind.OperationNotAllowed || !HttpMethods.IsGet(context.Request.Method))
        {
            return ResponseStatus.Of(result, type, options.StatusPolicy);
        }

        context.Response.Headers.Allow = HttpMethods.Post;
        return StatusCodes.Status405MethodNotAllowed;
    }

    private ValueTask RefuseAsync(HttpResponse response, RequestFormatException fault, Accepted accepted)
    {
        events?.HttpRequestError(response.HttpContext, fault.Errors);
        return ResponseWriter.WriteErrorsAsync(
            response, fault.Errors, accepted.Single, ResponseStatus.Of(fault, accepted.Single, options.StatusPolicy));
    }

    /// <summary>Who authentication found; null where it was never asked, which spares the framework's empty principal.</summary>
    private static ClaimsPrincipal? UserOf(HttpContext context) => context.Features.Get<IHttpAuthenticationFeature>()?.User;

    private static AllowedOperations PostAllows(Accepted accepted) =>
        accepted.Events != StreamType.None ? Single | AllowedOperations.Subscription : Single;

    private static RequestFormatException NotAcceptable() => Refused(
        StatusCodes.Status406NotAcceptable,
        "The answer can be application/graphql-response+json, application/json, multipart/mixed, text/event-stream or application/jsonl.");

    private static RequestFormatException Refused(int status, string message) =>
        new(status, new GraphQLError(message) { Code = ErrorCodes.InvalidRequest });
}
