using System.Collections.Immutable;

namespace Investr.DataLoader;

/// <summary>Marks what is a loader, of which a request has one.</summary>
internal interface IRequestLoader;

/// <summary>A loader, whatever it loads.</summary>
public interface IDataLoader
{
    /// <summary>What the request tells it beside the keys, by name.</summary>
    IImmutableDictionary<string, object?> ContextData { get; set; }
}

/// <summary>Loads values by key: joins the keys asked for side by side into one fetch, and asks for each key once a request.</summary>
public interface IDataLoader<TKey, TValue> : IDataLoader where TKey : notnull
{
    /// <summary>The value of a key; null (or default) where the source has none.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of several keys, in their order.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Puts a value that is already known into the cache; a value that is there, or on its way, stays.</summary>
    void SetCacheEntry(TKey key, TValue? value);

    /// <summary>Forgets a key, so that the next load fetches it anew.</summary>
    void RemoveCacheEntry(TKey key);

    /// <summary>Forgets every key.</summary>
    void ClearCache();
}
