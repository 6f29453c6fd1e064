namespace Investr.DataLoader;

/// <summary>How a loader collects keys.</summary>
public sealed record DataLoaderOptions
{
    /// <summary>How many keys one fetch may have; 0 for any number. More keys make further fetches, side by side.</summary>
    public int MaxBatchSize { get; init; } = 1024;
}
