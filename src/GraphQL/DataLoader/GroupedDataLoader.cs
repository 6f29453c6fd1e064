namespace Investr.DataLoader;

/// <summary>Loads a group of values per key, many keys a fetch. A key without values gets an empty group.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue[]>(scheduler, options) where TKey : notnull
{
    /// <summary>Fetches the groups of the keys, which differ from each other.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal sealed override async Task FetchAsync(IReadOnlyList<TKey> keys, TValue[]?[] values, CancellationToken cancellationToken)
    {
        var found = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++) values[i] = [.. found[keys[i]]];
    }
}
