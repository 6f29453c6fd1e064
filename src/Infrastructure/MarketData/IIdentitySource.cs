namespace Investr.Infrastructure.MarketData;

/// <summary>A place that knows which listings an identification number stands for. Prices it has none.</summary>
internal interface IIdentitySource
{
    string Name { get; }

    /// <summary>How many numbers one call takes.</summary>
    Offer Identities { get; }

    IReadOnlyList<CallLimit> Limits { get; }

    /// <summary>The listings of each ISIN, in one call; one that is not known is left out.</summary>
    /// <exception cref="SourceException">The whole call failed.</exception>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Identity>>> FindAsync(IReadOnlyList<string> isins, CancellationToken cancellationToken);
}

/// <summary>One listing.</summary>
/// <param name="Figi">Its global identifier.</param>
/// <param name="CompositeFigi">That of all its listings in one country.</param>
/// <param name="ShareClassFigi">That of all its listings in the world.</param>
/// <param name="Ticker">Its symbol there.</param>
/// <param name="Exchange">Where: a code of two letters, US for the United States as a whole.</param>
/// <param name="Name">What it is called.</param>
internal sealed record Identity(
    string Figi, string? CompositeFigi, string? ShareClassFigi, string? Ticker, string? Exchange, string? Name);
