using Investr.Application.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>Closing prices that are kept: recorded by hand, or fetched by the daily update.</summary>
/// <remarks>One for the whole process: it is asked from many requests side by side.</remarks>
public interface IPriceStore
{
    /// <summary>The closes of many assets over a span, in one statement; an asset without any in it is left out.</summary>
    Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The last close of each asset on a day or before it, in one statement; an asset without any is left out.</summary>
    Task<IReadOnlyDictionary<AssetId, StoredPrice>> ReadLatestAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly onOrBefore, CancellationToken cancellationToken);

    /// <summary>Rises with every write, so that whoever keeps what was made of the closes knows when it is out of date.</summary>
    long Edition { get; }

    /// <summary>Says that closes were written beside it.</summary>
    void Renew();

    /// <summary>Keeps closes; one that is there for the same asset and day is replaced.</summary>
    Task WriteAsync(IReadOnlyCollection<StoredPrice> prices, CancellationToken cancellationToken) =>
        WriteAsync(prices, note: null, cancellationToken);

    /// <summary>Keeps closes; one that is there for the same asset and day is replaced.</summary>
    /// <param name="prices">The closes.</param>
    /// <param name="note">What the audit log tells of it, written with them; null where nobody asked for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task WriteAsync(IReadOnlyCollection<StoredPrice> prices, AuditNote? note, CancellationToken cancellationToken);
}

/// <summary>A close that is kept.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Date">The trading day.</param>
/// <param name="Close">The price of one unit.</param>
/// <param name="Currency">The currency of the price.</param>
/// <param name="Source">Where it came from: a provider's name, or <see cref="ByHand"/>.</param>
public sealed record StoredPrice(AssetId Asset, DateOnly Date, decimal Close, Currency Currency, string Source)
{
    /// <summary>The source of a price that a user entered.</summary>
    public const string ByHand = "manual";
}
