namespace Investr.DataLoader;

/// <summary>Marks what hears of a server's work: of its executor, its loaders, its transports, or of several of them.</summary>
public interface IDiagnosticEventListener;

/// <summary>Hears what loaders do. Called from any thread; what it throws ends the request.</summary>
/// <remarks>Derive from <see cref="DataLoaderDiagnosticEventListener"/> to hear a part. Register any number in the services, or set one in a
/// loader's options.</remarks>
public interface IDataLoaderDiagnosticEvents : IDiagnosticEventListener
{
    /// <summary>A fetch begins; what is given back is disposed when it has ended.</summary>
    IDisposable? ExecuteBatch<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys) where TKey : notnull;

    /// <summary>A fetch has ended well; the values are in the keys' order, and must not be kept.</summary>
    void BatchResults<TKey, TValue>(IDataLoader loader, IReadOnlyList<TKey> keys, ReadOnlySpan<TValue?> values) where TKey : notnull;

    /// <summary>A fetch has failed, for all of its keys.</summary>
    void BatchError<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull;

    /// <summary>A key was asked for whose answer is there, or on its way.</summary>
    void ResolvedTaskFromCache<TKey>(IDataLoader loader, TKey key) where TKey : notnull;
}

/// <summary>Hears nothing of loaders, until a method is overridden.</summary>
public abstract class DataLoaderDiagnosticEventListener : IDataLoaderDiagnosticEvents
{
    /// <inheritdoc/>
    public virtual IDisposable? ExecuteBatch<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys) where TKey : notnull => null;

    /// <inheritdoc/>
    public virtual void BatchResults<TKey, TValue>(IDataLoader loader, IReadOnlyList<TKey> keys, ReadOnlySpan<TValue?> values) where TKey : notnull
    {
    }

    /// <inheritdoc/>
    public virtual void BatchError<TKey>(IDataLoader loader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull
    {
    }

    /// <inheritdoc/>
    public virtual void ResolvedTaskFromCache<TKey>(IDataLoader loader, TKey key) where TKey : notnull
    {
    }
}
