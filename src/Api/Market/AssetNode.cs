using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Market;

/// <summary>Something that can be held and has a price: a stock, a fund, a coin, or what an owner priced by hand.</summary>
[ObjectType<Asset>(Ignore = [nameof(Asset.OwnerId), nameof(Asset.IsCustom), nameof(Asset.IsEdited)])]
[Node]
internal static class AssetNode
{
    /// <summary>True for an asset that one user made for themselves, seen by nobody else.</summary>
    public static bool GetCustom([Parent] Asset asset) => asset.IsCustom;

    /// <summary>The newest known price; null where none was ever seen.</summary>
    [Cost(1)]
    public static Task<Quote?> GetQuoteAsync([Parent] Asset asset, IQuoteLoader quotes, CancellationToken cancellationToken) =>
        quotes.LoadAsync(asset.Id, cancellationToken);

    /// <summary>Closing prices, oldest first, adjusted for splits unless adjusted is false; the last year where from is left out, 10,000 points at most.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; today, if left out.</param>
    /// <param name="interval">How far apart the points are: of each day, week or month the last close.</param>
    /// <param name="adjusted">Whether closes are in today's units: divided by the splits after their day. Otherwise as they were quoted.</param>
    [Cost(5)]
    [ListSize(AssumedSize = 366)]
    public static async Task<IReadOnlyList<PricePoint>> GetPriceHistoryAsync(
        [Parent] Asset asset,
        DateOnly? from,
        DateOnly? to,
        IPriceSeriesLoader prices,
        TimeProvider time,
        CancellationToken cancellationToken,
        Interval interval = Interval.Day,
        bool adjusted = true)
    {
        var last = to ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = from ?? (last.Year > 1 ? last.AddYears(-1) : DateOnly.MinValue);
        if (first > last) return [];

        var series = await prices.LoadAsync(new PriceSeriesKey(asset.Id, first, last), cancellationToken);
        if (adjusted) series = series?.AdjustedFor(asset.Splits);
        return series is null ? [] : [.. series.Between(first, last, interval).TakeLast(MostPoints)];
    }

    /// <summary>What it paid on each unit, oldest first, as far as sources told of it.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    [Cost(1)]
    [ListSize(AssumedSize = 100)]
    public static async Task<IReadOnlyList<AssetDividend>> GetDividendsAsync(
        [Parent] Asset asset, DateOnly? from, DateOnly? to, IDividendLoader dividends, CancellationToken cancellationToken)
    {
        var told = await dividends.LoadAsync(asset.Id, cancellationToken);
        return [.. (told?.All ?? []).Where(dividend => !(dividend.ExDate < from) && !(dividend.ExDate > to))];
    }

    [NodeResolver]
    public static Task<Asset?> GetAssetAsync(AssetId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetAsset(id), cancellationToken);

    private const int MostPoints = 10_000;
}

/// <summary>The close of one trading day, in the asset's currency.</summary>
[ObjectType<PricePoint>]
[Cost(0.1)]
internal static class PricePointType;

/// <summary>A slice of what a fund holds: a named asset, or a sector, country or class exposure.</summary>
[ObjectType<Constituent>(Ignore = [nameof(Constituent.Asset)])]
internal static class ConstituentType
{
    /// <summary>The asset, where it is one that is known.</summary>
    [Cost(1)]
    public static Task<Asset?> GetAssetAsync([Parent] Constituent constituent, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadOrNullAsync(constituent.Asset, cancellationToken);
}

/// <summary>A split of an asset: from the opening of its day on, one old unit is a number of new ones.</summary>
[ObjectType<AssetSplit>(Ignore = [nameof(AssetSplit.Ratio)])]
internal static class AssetSplitType
{
    /// <summary>New units for one old: 3 made three of one, 0.1 one of ten.</summary>
    public static decimal GetRatio([Parent] AssetSplit split) => split.Ratio.ToDecimal();
}
