namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>The running operations of one socket, by the ids that the client gave them.</summary>
internal sealed class SocketOperations
{
    // An operation that does not heed its cancellation is not waited for longer; it owns what it uses.
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SocketOperation> _running = new(StringComparer.Ordinal);
    private bool _isClosed;

    public enum Admission
    {
        Added,
        Duplicate,
        TooMany,
    }

    public Admission TryAdd(string id, SocketOperation operation, int most)
    {
        lock (_gate)
        {
            if (_running.ContainsKey(id)) return Admission.Duplicate;
            if (_running.Count >= most) return Admission.TooMany;
            _running.Add(id, operation);
            if (_isClosed) operation.Stop();
            return Admission.Added;
        }
    }

    /// <summary>Frees an id, unless another operation has it already.</summary>
    public void Remove(string id, SocketOperation operation)
    {
        lock (_gate)
        {
            if (_running.GetValueOrDefault(id) == operation) _running.Remove(id);
        }
    }

    public void Stop(string id)
    {
        SocketOperation? operation;
        lock (_gate) _running.Remove(id, out operation);
        operation?.Stop();
    }

    /// <summary>Stops them all, and every later one as it comes.</summary>
    public async Task StopAsync()
    {
        SocketOperation[] operations;
        lock (_gate)
        {
            _isClosed = true;
            operations = [.. _running.Values];
        }

        foreach (var operation in operations) operation.Stop();
        await Task.WhenAny(Task.WhenAll(operations.Select(operation => operation.Running)), Task.Delay(StopGrace));
    }
}
