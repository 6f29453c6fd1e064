using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>An executor that answers what the test says, and remembers what it was asked.</summary>
internal sealed class FakeExecutor : IRequestExecutor
{
    public Schema Schema { get; } = new(null, null, null, [], []);

    public List<AskedRequest> Asked { get; } = [];

    public Func<OperationRequest, CancellationToken, ValueTask<IExecutionResult>> Answer { get; set; } =
        (_, _) => new(new FakeResult("""{"data":{"hello":"world"}}"""));

    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        lock (Asked)
        {
            Asked.Add(new(
                Encoding.UTF8.GetString(request.Query.Span), request.QueryIsEscaped, request.OperationName,
                Encoding.UTF8.GetString(request.Variables.Span), Encoding.UTF8.GetString(request.Extensions.Span), request));
        }

        return Answer(request, cancellationToken);
    }

    public void Answers(string json, ResultKind kind = ResultKind.Executed, params IError[] errors) =>
        Answer = (_, _) => new(new FakeResult(json, kind, errors));
}

/// <summary>A request's members as text: its bytes are the transport's again once it is answered.</summary>
internal sealed record AskedRequest(
    string Query, bool IsEscaped, string? OperationName, string Variables, string Extensions, OperationRequest Request);

internal sealed class FakeResult(string json, ResultKind kind = ResultKind.Executed, params IError[] errors) : OperationResult
{
    private readonly byte[] _json = Encoding.UTF8.GetBytes(json);

    public bool IsDisposed { get; private set; }

    public override ResultKind Kind => kind;

    public override IReadOnlyList<IError> Errors => errors;

    public override long Length => _json.Length;

    public override void CopyTo(IBufferWriter<byte> output) => output.Write(_json);

    public override void Dispose() => IsDisposed = true;
}

/// <summary>A stream of what the test puts in.</summary>
internal sealed class FakeStream(bool isIncremental = false) : ResponseStream
{
    private readonly Channel<OperationResult> _results = Channel.CreateUnbounded<OperationResult>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool IsIncremental => isIncremental;

    /// <summary>Ends when the transport has let go of the source.</summary>
    public Task Disposed => _disposed.Task;

    public FakeResult Send(string json)
    {
        var result = new FakeResult(json);
        _results.Writer.TryWrite(result);
        return result;
    }

    public void End() => _results.Writer.TryComplete();

    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var result in _results.Reader.ReadAllAsync(cancellationToken)) yield return result;
    }

    public override void Dispose() => _disposed.TrySetResult();

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
