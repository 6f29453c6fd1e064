using System.Buffers;
using System.Security.Claims;
using Investr.GraphQL.Types;

namespace Investr.GraphQL;

/// <summary>Answers requests against one schema.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema.</summary>
    Schema Schema { get; }

    /// <summary>Parses, validates and executes. What is wrong with the request is in the result, never thrown.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A request as a transport hands it over. The query and the variables stay the bytes that came, so that a known query costs no
/// parsing.</summary>
public sealed record OperationRequest
{
    /// <summary>The document as UTF-8 text, or, when <see cref="QueryIsEscaped"/>, as the inside of a JSON string with its
    /// escapes.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The id of the document, where the request brings none: one of the trusted documents.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The SHA-256 of the document in hexadecimal digits, where it is to be found or remembered by that (automatic persisted
    /// queries).</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Whether <see cref="Query"/> may still have JSON escapes.</summary>
    public bool QueryIsEscaped { get; init; }

    /// <summary>Which operation of the document to run; null where there is one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as a JSON object; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>The request's extensions as a JSON object; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Extensions { get; init; }

    /// <summary>Uploaded files by the path of the variable they stand for, such as <c>variables.input.file</c>; null where there are
    /// none.</summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; init; }

    /// <summary>The request's services. Loaders are taken from here, so each operation needs a scope of its own.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The caller; null where nobody is known.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Which operations the transport allows: a GET allows queries only, and only sockets and event streams
    /// subscriptions.</summary>
    public AllowedOperations Allowed { get; init; } = AllowedOperations.Query | AllowedOperations.Mutation;

    /// <summary>Whether the schema may be asked for; null where <see cref="RequestOptions.AllowIntrospection"/> says it.</summary>
    public bool? AllowIntrospection { get; init; }

    /// <summary>What is done with the operation's cost.</summary>
    public CostMode CostMode { get; init; }

    /// <summary>How the transport can bring an answer in parts (<see cref="ResponseStream.IsIncremental"/>); where it cannot, what stands at
    /// @defer and @stream is in the one answer.</summary>
    public IncrementalFormat Incremental { get; init; }

    /// <summary>The request's own state, shared by all of its fields.</summary>
    public IDictionary<string, object?>? ContextData { get; init; }
}

/// <summary>How an answer comes in parts.</summary>
public enum IncrementalFormat
{
    /// <summary>Not at all: it comes whole.</summary>
    Whole = 0,
    /// <summary>As the specification's draft has it: <c>pending</c>, <c>incremental</c> and <c>completed</c>, by ids.</summary>
    Current = 1,
    /// <summary>As the draft of August 2022 had it, for older clients: each part with its path and label.</summary>
    Draft2022 = 2,
}

/// <summary>Kinds of operations.</summary>
[Flags]
public enum AllowedOperations
{
    /// <summary>No operation.</summary>
    None = 0,
    /// <summary>Queries.</summary>
    Query = 1,
    /// <summary>Mutations.</summary>
    Mutation = 2,
    /// <summary>Subscriptions.</summary>
    Subscription = 4,
}

/// <summary>An answer: one result, or a stream of them. It holds pooled buffers until it is disposed.</summary>
public interface IExecutionResult : IDisposable;

/// <summary>What kind of answer a result is; transports make status codes from it.</summary>
public enum ResultKind
{
    /// <summary>The operation ran; there is data, which may be null, and there may be errors.</summary>
    Executed,
    /// <summary>The document did not parse, did not validate, names no operation, or a variable does not fit: nothing ran.</summary>
    RequestError,
    /// <summary>The transport does not allow this kind of operation (a mutation by GET); nothing ran.</summary>
    OperationNotAllowed,
    /// <summary>Too many operations wait for their turn; nothing ran.</summary>
    TooBusy,
}

/// <summary>One complete response, <c>{"data":…}</c>, as UTF-8.</summary>
public abstract class OperationResult : IExecutionResult
{
    /// <summary>What kind of answer it is.</summary>
    public abstract ResultKind Kind { get; }

    /// <summary>The errors, none where all went well.</summary>
    public abstract IReadOnlyList<IError> Errors { get; }

    /// <summary>How long it may be kept, and by whom; null where it must not be.</summary>
    public CachePolicy? CachePolicy { get; internal set; }

    /// <summary>How many bytes <see cref="CopyTo"/> writes.</summary>
    public abstract long Length { get; }

    /// <summary>Writes the response.</summary>
    public abstract void CopyTo(IBufferWriter<byte> output);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>§6.2.3.2 The responses of a subscription, or the parts of an answer. Each result is disposed by who reads it; disposing the
/// stream ends the source.</summary>
public abstract class ResponseStream : IExecutionResult, IAsyncDisposable
{
    /// <summary>Whether each result completes the ones before it, so that none may be left out.</summary>
    public virtual bool IsIncremental => false;

    /// <summary>The responses as they come.</summary>
    public abstract IAsyncEnumerable<OperationResult> ReadResultsAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A file sent as a part of a multipart request.</summary>
public interface IFile
{
    /// <summary>The name that the client gave it; never to be trusted as a path.</summary>
    string Name { get; }

    /// <summary>Its length in bytes; null where it is not known.</summary>
    long? Length { get; }

    /// <summary>Its content type as the client said.</summary>
    string? ContentType { get; }

    /// <summary>Opens it for reading.</summary>
    Stream OpenReadStream();
}
