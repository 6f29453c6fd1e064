namespace Investr.DataLoader;

/// <summary>What a request tells a loader beside the keys. It belongs to the loader and to no key: what is loaded stays loaded, so it is
/// set before the first load.</summary>
public static class DataLoaderStateExtensions
{
    /// <summary>Sets a state that the loader's fetches read from now on.</summary>
    public static TLoader SetState<TLoader, TState>(this TLoader loader, string key, TState value) where TLoader : IDataLoader
    {
        loader.ContextData = loader.ContextData.SetItem(key, value);
        return loader;
    }

    /// <summary>A state that must have been set.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public static T GetRequiredState<T>(this IDataLoader loader, string key) => loader.ContextData.TryGetValue(key, out var value)
        ? (T)value!
        : throw new InvalidOperationException($"The state {key} of {loader.GetType().Name} has not been set.");

    /// <summary>A state, or what stands for it where it has not been set.</summary>
    public static T GetStateOrDefault<T>(this IDataLoader loader, string key, T fallback) =>
        loader.ContextData.TryGetValue(key, out var value) ? (T)value! : fallback;
}
