namespace Investr.DataLoader;

/// <summary>Loads one value per key, many keys a fetch.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(scheduler, options) where TKey : notnull
{
    /// <summary>Fetches the values of the keys, which differ from each other. A key that is missing from the answer has no value.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal sealed override async Task FetchAsync(IReadOnlyList<TKey> keys, TValue?[] values, CancellationToken cancellationToken)
    {
        var found = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++) values[i] = found.GetValueOrDefault(keys[i]);
    }
}
