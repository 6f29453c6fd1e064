namespace Investr.DataLoader;

/// <summary>Loads that must find something.</summary>
public static class DataLoaderExtensions
{
    /// <summary>The value of a key that must have one.</summary>
    /// <exception cref="KeyNotFoundException">The source has no value for it.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> loader, TKey key, CancellationToken cancellationToken = default) where TKey : notnull =>
        await loader.LoadAsync(key, cancellationToken) ?? throw NothingFor(key);

    /// <summary>The values of keys that must all have one, in their order.</summary>
    /// <exception cref="KeyNotFoundException">The source has no value for one of them.</exception>
    public static async Task<IReadOnlyList<TValue>> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> loader, IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        var values = await loader.LoadAsync(keys, cancellationToken);
        return [.. keys.Zip(values, (key, value) => value ?? throw NothingFor(key))];
    }

    private static KeyNotFoundException NothingFor<TKey>(TKey key) => new($"There is nothing for the key {key}.");
}
