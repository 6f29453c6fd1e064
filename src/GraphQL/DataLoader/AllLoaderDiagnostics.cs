namespace Investr.DataLoader;

/// <summary>Several listeners as one.</summary>
internal sealed class AllLoaderDiagnostics(IDataLoaderDiagnosticEvents[] listeners) : IDataLoaderDiagnosticEvents
{
    /// <summary>The listeners as one; null where there is none, so that nobody pays for them.</summary>
    public static IDataLoaderDiagnosticEvents? Of(IEnumerable<IDataLoaderDiagnosticEvents>? listeners) => listeners?.ToArray() switch
    {
        null or [] => null,
        [var only] => only,
        var several => new AllLoaderDiagnostics(several),
    };

    public IDisposable? ExecuteBatch<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys) where TKey : notnull =>
        DiagnosticScopes.Open(listeners, (loader, keys), static (listener, batch) => listener.ExecuteBatch(batch.loader, batch.keys));

    public void BatchResults<TKey, TValue>(IDataLoader loader, IReadOnlyList<TKey> keys, ReadOnlySpan<TValue?> values) where TKey : notnull
    {
        foreach (var listener in listeners) listener.BatchResults(loader, keys, values);
    }

    public void BatchError<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull
    {
        foreach (var listener in listeners) listener.BatchError(loader, keys, error);
    }

    public void ResolvedTaskFromCache<TKey>(IDataLoader loader, TKey key) where TKey : notnull
    {
        foreach (var listener in listeners) listener.ResolvedTaskFromCache(loader, key);
    }
}
