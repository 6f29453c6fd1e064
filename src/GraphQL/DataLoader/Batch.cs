using System.Buffers;
using System.Runtime.CompilerServices;

namespace Investr.DataLoader;

/// <summary>One fetch of a loader: its keys, and the promises made for them.</summary>
/// <remarks>A promise is the builder of an async method's task, which is a task and nothing beside it; keys and promises are collected in
/// pooled arrays.</remarks>
internal sealed class Batch<TKey, TValue>(DataLoaderBase<TKey, TValue> loader) : IBatch where TKey : notnull
{
    private const int FirstRoom = 16;

    private TKey[] _keys = ArrayPool<TKey>.Shared.Rent(FirstRoom);
    private AsyncTaskMethodBuilder<TValue?>[] _promises = ArrayPool<AsyncTaskMethodBuilder<TValue?>>.Shared.Rent(FirstRoom);
    private TValue?[] _values = [];
    private Exception? _failure;

    public int Count { get; private set; }

    /// <summary>Adds a key; only under the loader's gate.</summary>
    public Task<TValue?> Add(TKey key)
    {
        if (Count == _keys.Length) Grow(ref _keys);
        if (Count == _promises.Length) Grow(ref _promises);

        _keys[Count] = key;
        _promises[Count] = AsyncTaskMethodBuilder<TValue?>.Create();
        return _promises[Count++].Task;
    }

    public async Task FetchAsync(CancellationToken cancellationToken)
    {
        loader.Close(this);
        var (keys, listener) = (_keys.AsSpan(0, Count).ToArray(), loader.DiagnosticEvents);
        using var scope = listener?.ExecuteBatch(loader, keys);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = ArrayPool<TValue?>.Shared.Rent(Count);
            await loader.FetchAsync(keys, values, cancellationToken).ConfigureAwait(false);
            _values = values;
            listener?.BatchResults<TKey, TValue>(loader, keys, values.AsSpan(0, Count));
        }
        catch (Exception failure)
        {
            _failure = failure;
            listener?.BatchError(loader, keys, failure);
        }
    }

    // Continuations run in here, on purpose: whoever decides about the next batch then knows every key that this one leads to.
    public void Complete()
    {
        if (_failure is null)
        {
            for (var i = 0; i < Count; i++) _promises[i].SetResult(_values[i]);
        }
        else
        {
            loader.Forget(_keys.AsSpan(0, Count), _promises);
            for (var i = 0; i < Count; i++) _promises[i].SetException(_failure);
        }

        Release();
    }

    private void Release()
    {
        ArrayPool<TKey>.Shared.Return(_keys, RuntimeHelpers.IsReferenceOrContainsReferences<TKey>());
        ArrayPool<AsyncTaskMethodBuilder<TValue?>>.Shared.Return(_promises, clearArray: true);
        if (_failure is null) ArrayPool<TValue?>.Shared.Return(_values, RuntimeHelpers.IsReferenceOrContainsReferences<TValue>());
        (_keys, _promises, _values, Count) = ([], [], [], 0);
    }

    private static void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array, clearArray: true);
        array = larger;
    }
}
