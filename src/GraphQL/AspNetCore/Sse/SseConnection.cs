using System.Buffers;
using System.IO.Pipelines;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>One client's only event stream, and the operations whose results go over it.</summary>
internal sealed class SseConnection(int maxOperations) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource<PipeWriter> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, CancellationTokenSource> _operations = new(StringComparer.Ordinal);
    private bool _isTaken;

    public enum Admission
    {
        Added,
        Duplicate,
        TooMany,
    }

    /// <summary>Forgets a reservation that is not used.</summary>
    public ITimer? Expiry { get; set; }

    /// <summary>Whether the client has opened the stream.</summary>
    public bool IsOpen => _opened.Task.IsCompletedSuccessfully;

    /// <summary>Ends with the connection.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Takes the right to open the stream, which is given once.</summary>
    public bool TryTake()
    {
        lock (_gate) return !_isTaken && (_isTaken = true);
    }

    /// <summary>Results go here from now on.</summary>
    public void Open(PipeWriter output) => _opened.TrySetResult(output);

    /// <summary>Takes in an operation; the token ends when the client stops it, or with the connection.</summary>
    public Admission TryAdd(string id, out CancellationToken stopped)
    {
        lock (_gate)
        {
            stopped = default;
            if (_operations.ContainsKey(id)) return Admission.Duplicate;
            if (_operations.Count >= maxOperations) return Admission.TooMany;

            var stopping = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
            _operations.Add(id, stopping);
            stopped = stopping.Token;
            return Admission.Added;
        }
    }

    /// <summary>Stops an operation, and frees its id.</summary>
    public void Stop(string id)
    {
        CancellationTokenSource? stopping;
        lock (_gate) _operations.Remove(id, out stopping);
        stopping?.Cancel();
        stopping?.Dispose();
    }

    /// <summary>Sends an event when the stream is open and nobody else is writing.</summary>
    public async ValueTask SendAsync<T>(Action<T, IBufferWriter<byte>> write, T content, CancellationToken cancellationToken)
    {
        var output = await _opened.Task.WaitAsync(cancellationToken);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            write(content, output);
            await output.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Waits for who is writing; nobody writes after that.</summary>
    public Task DrainAsync() => _writing.WaitAsync();

    public void Dispose()
    {
        Expiry?.Dispose();
        _ended.Cancel();
    }
}
