namespace Investr.DataLoader;

/// <summary>One fetch of a loader: its keys, and the promises made for them.</summary>
internal sealed class Batch<TKey, TValue>(DataLoaderBase<TKey, TValue> loader) : IBatch where TKey : notnull
{
    private readonly List<TKey> _keys = [];
    private readonly List<TaskCompletionSource<TValue?>> _promises = [];
    private TValue?[] _values = [];
    private Exception? _failure;

    public int Count => _keys.Count;

    /// <summary>Adds a key; only under the loader's gate.</summary>
    public Task<TValue?> Add(TKey key)
    {
        // Continuations run inside Complete, on purpose: whoever decides about the next batch then knows every key that this one leads to.
        var promise = new TaskCompletionSource<TValue?>();
        _keys.Add(key);
        _promises.Add(promise);
        return promise.Task;
    }

    public async Task FetchAsync(CancellationToken cancellationToken)
    {
        loader.Close(this);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = new TValue?[_keys.Count];
            await loader.FetchAsync(_keys, values, cancellationToken).ConfigureAwait(false);
            _values = values;
        }
        catch (Exception failure)
        {
            _failure = failure;
        }
    }

    public void Complete()
    {
        if (_failure is null)
        {
            for (var i = 0; i < _promises.Count; i++) _promises[i].TrySetResult(_values[i]);
            return;
        }

        loader.Forget(_keys, _promises);
        foreach (var promise in _promises)
        {
            if (_failure is OperationCanceledException cancelled) promise.TrySetCanceled(cancelled.CancellationToken);
            else promise.TrySetException(_failure);
        }
    }
}
