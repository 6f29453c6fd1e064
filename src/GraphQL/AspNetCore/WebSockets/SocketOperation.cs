using System.Buffers;
using System.Text.Json;
using Investr.GraphQL.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>One operation of a socket, from its subscribe message to its end; it owns its scope, its cancellation and its source.</summary>
internal sealed class SocketOperation(
    string id, WebSocketDialect dialect, Socket socket, ISocketSession session, IRequestExecutor executor, ISocketSessionInterceptor interceptor,
    GraphQLSocketOptions options)
    : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly byte[] _prefix = Messages.NextPrefix(id, dialect.Next);

    /// <summary>Ends when the operation has let go of everything.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Stops the operation without a word to the client: the client asked for it, or is gone.</summary>
    public void Stop()
    {
        try
        {
            _ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }

    public void Dispose() => _ending.Dispose();

    /// <summary>Runs to the operation's end.</summary>
    /// <param name="parts">The request; its bytes stay valid that long.</param>
    /// <param name="ended">Frees the id, before the client hears of the end and may use it again.</param>
    public async Task RunAsync(RequestParts parts, Action ended)
    {
        byte[]? last = null;
        try
        {
            var scopes = session.HttpContext.RequestServices.GetRequiredService<IServiceScopeFactory>();
            await using var scope = scopes.CreateAsyncScope();
            last = await AnswerAsync(parts, scope.ServiceProvider);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Stopped: who stopped it needs no answer.
        }
        finally
        {
            ended();
        }

        if (last is not null && !_ending.IsCancellationRequested) await socket.SendAsync(last);
    }

    /// <summary>Sends every response, and returns the message that ends the operation.</summary>
    private async Task<byte[]> AnswerAsync(RequestParts parts, IServiceProvider services)
    {
        var token = _ending.Token;
        var builder = new OperationRequestBuilder(
            parts with { Incremental = IncrementalFormat.Current }, services, session.User, AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription);
        try
        {
            await interceptor.OnRequestAsync(session, id, builder, token);
        }
        catch (GraphQLException refusal)
        {
            return Messages.Write(id, "error", ErrorJson.Array(refusal.Errors).Span);
        }

        using var answer = await executor.ExecuteAsync(builder.Build(), token);
        switch (answer)
        {
            case ResponseStream stream:
                await RelayAsync(stream, token);
                break;
            case OperationResult single when single.Kind == ResultKind.Executed || dialect.IsLegacy:
                await socket.SendAsync(_prefix, single);
                break;
            case OperationResult refused:
                return Messages.Write(id, "error", ErrorsOf(refused).Span);
        }

        return Messages.Write(id, "complete");
    }

    private async Task RelayAsync(ResponseStream stream, CancellationToken cancellationToken)
    {
        await using var source = stream;
        // Its subscribe may have finished only after the client had gone.
        cancellationToken.ThrowIfCancellationRequested();
        if (stream.IsIncremental)
        {
            await SendPartsAsync(stream, cancellationToken);
            return;
        }

        var queue = new ResponseQueue(socket, _prefix, options);
        try
        {
            await foreach (var response in stream.ReadResultsAsync(cancellationToken)) queue.Add(response);
            await queue.DrainAsync(cancellationToken);
        }
        finally
        {
            queue.Discard();
        }
    }

    // None may be left out, so the next one is not worked for before the client has taken this one.
    private async Task SendPartsAsync(ResponseStream stream, CancellationToken cancellationToken)
    {
        await foreach (var part in stream.ReadResultsAsync(cancellationToken))
        {
            using (part) await socket.SendAsync(_prefix, part);
        }
    }

    /// <summary>The errors of a response as the array that they are in its JSON.</summary>
    private static ReadOnlyMemory<byte> ErrorsOf(OperationResult result)
    {
        var response = new ArrayBufferWriter<byte>((int)result.Length);
        result.CopyTo(response);
        var reader = new Utf8JsonReader(response.WrittenSpan);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isErrors = reader.ValueTextEquals("errors"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isErrors) return response.WrittenMemory[start..(int)reader.BytesConsumed];
        }

        return ErrorJson.Array(result.Errors);
    }
}
