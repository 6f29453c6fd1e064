namespace Investr.DataLoader;

/// <summary>How a loader collects keys.</summary>
public sealed record DataLoaderOptions
{
    /// <summary>How many keys one fetch may have; 0 for any number. More keys make further fetches, side by side.</summary>
    public int MaxBatchSize { get; init; } = 1024;

    /// <summary>Who hears of the loader; those of the request where it is null.</summary>
    public IDataLoaderDiagnosticEvents? DiagnosticEvents { get; init; }
}
