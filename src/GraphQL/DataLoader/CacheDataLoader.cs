namespace Investr.DataLoader;

/// <summary>Loads keys one by one and asks for each once a request: for sources that know no batches.</summary>
/// <remarks>Keys that are asked for side by side are fetched side by side, and answered together.</remarks>
public abstract class CacheDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(scheduler, options) where TKey : notnull
{
    /// <summary>Fetches the value of one key; null (or default) where there is none.</summary>
    protected abstract Task<TValue?> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    internal sealed override async Task FetchAsync(IReadOnlyList<TKey> keys, TValue?[] values, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(keys.Select(key => LoadSingleAsync(key, cancellationToken))).ConfigureAwait(false);
        found.CopyTo(values, 0);
    }
}
