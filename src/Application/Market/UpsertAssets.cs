using System.Globalization;
using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using MediatR;

namespace Investr.Application.Market;

/// <summary>Keeps the catalogue: by symbol, new assets are added and known ones changed, all or none.</summary>
/// <param name="Assets">The assets as they shall be from now on; <see cref="MostAssets"/> at most.</param>
public sealed record UpsertAssets(IReadOnlyList<AssetDraft> Assets) : IRequest<IReadOnlyList<Asset>>, IAudited
{
    /// <summary>How many assets one call may bring.</summary>
    public const int MostAssets = 1_000;

    /// <summary>How many splits an asset may have.</summary>
    public const int MostSplits = 500;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Assets;
}

/// <summary>An asset of the catalogue as somebody describes it; what is left out is not known.</summary>
/// <param name="Symbol">The ticker, by which it is found where it is there already.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What kind of instrument it is.</param>
/// <param name="Currency">The currency in which it is quoted.</param>
/// <param name="Class">The class of risk; by its type, if left out.</param>
/// <param name="Exchange">The exchange of its main listing.</param>
/// <param name="Isin">The international securities identification number.</param>
/// <param name="Country">The country of the issuer, ISO 3166-1 alpha-2.</param>
/// <param name="Sector">The sector of the issuer.</param>
/// <param name="Industry">The industry of the issuer, finer than its sector.</param>
/// <param name="Constituents">What a fund holds.</param>
/// <param name="Splits">The days on which its units were split; older closes are told in today's units.</param>
public sealed record AssetDraft(
    string Symbol,
    string Name,
    AssetType Type,
    Currency Currency,
    AssetClass? Class = null,
    string? Exchange = null,
    string? Isin = null,
    string? Country = null,
    string? Sector = null,
    string? Industry = null,
    IReadOnlyList<ConstituentDraft>? Constituents = null,
    IReadOnlyList<SplitDraft>? Splits = null)
{
    internal AssetDetails DetailsWith(Func<string, AssetId?> find) => new(Symbol.Trim(), Name.Trim(), Type, Currency)
    {
        Class = Class,
        Exchange = Exchange,
        Isin = Isin,
        Country = Country,
        Sector = Sector,
        Industry = Industry,
        Constituents =
        [
            .. (Constituents ?? []).Select(slice => new Constituent(
                slice.Name, slice.Weight, slice.Symbol is null ? null : find(slice.Symbol.Trim()), slice.Class, slice.Sector, slice.Country)),
        ],
        Splits = [.. (Splits ?? []).Select(split => new AssetSplit(split.Date, split.ExactRatio ?? Ratio.One))],
    };
}

/// <summary>A slice of what a fund holds.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Weight">Its share of the fund, from 0 to 1.</param>
/// <param name="Symbol">The symbol of the asset, where it is one of the catalogue.</param>
/// <param name="Class">The class of the exposure.</param>
/// <param name="Sector">The sector of the exposure.</param>
/// <param name="Country">The country of the exposure, ISO 3166-1 alpha-2.</param>
public sealed record ConstituentDraft(
    string Name, double Weight, string? Symbol = null, AssetClass? Class = null, string? Sector = null, string? Country = null);

/// <summary>A split that somebody knows of.</summary>
/// <param name="Date">The first day on which the asset is quoted in new units.</param>
/// <param name="Ratio">How many new units come for one old.</param>
public sealed record SplitDraft(DateOnly Date, decimal Ratio)
{
    private const decimal MostRatio = 10_000;

    internal Ratio? ExactRatio =>
        Ratio is >= 1 / MostRatio and <= MostRatio && Domain.Monetary.Ratio.TryFromDecimal(Ratio, out var exact) ? exact : null;
}

internal sealed class UpsertAssetsValidator(TimeProvider time) : IValidator<UpsertAssets>
{
    public IEnumerable<InputFault> FaultsOf(UpsertAssets request)
    {
        if (request.Assets.Count is 0 or > UpsertAssets.MostAssets)
            yield return new(["assets"], $"From 1 to {UpsertAssets.MostAssets} assets are taken at once.");

        HashSet<string> symbols = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, draft) in request.Assets.Index())
        {
            var path = new[] { "assets", place.ToString(CultureInfo.InvariantCulture) };
            foreach (var fault in AssetRules.FaultsOf(draft.DetailsWith(_ => null))) yield return fault.Under(path);
            foreach (var fault in SplitFaults(draft.Splits ?? [])) yield return fault.Under(path);
            if (!symbols.Add(draft.Symbol.Trim())) yield return new([.. path, "symbol"], "The symbol is in the list already.");
        }
    }

    private IEnumerable<InputFault> SplitFaults(IReadOnlyList<SplitDraft> splits)
    {
        if (splits.Count > UpsertAssets.MostSplits) yield return new(["splits"], $"At most {UpsertAssets.MostSplits} splits are kept.");

        HashSet<DateOnly> days = [];
        foreach (var (place, split) in splits.Index())
        {
            var path = new[] { "splits", place.ToString(CultureInfo.InvariantCulture) };
            if (split.ExactRatio is null) yield return new([.. path, "ratio"], "A ratio is an exact fraction between 1:10,000 and 10,000:1.");
            if (MarketDays.FaultOf(split.Date, time) is { } fault) yield return new([.. path, "date"], fault);
            else if (!days.Add(split.Date)) yield return new([.. path, "date"], "The day has a split in the list already.");
        }
    }
}

internal sealed class UpsertAssetsHandler(
    IAssetRepository assets, IAssetLoader loaded, IAssetBySymbolLoader bySymbol, IAssetSearch search, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<UpsertAssets, IReadOnlyList<Asset>>
{
    public async Task<IReadOnlyList<Asset>> Handle(UpsertAssets request, CancellationToken cancellationToken)
    {
        var named = request.Assets.SelectMany(draft => (draft.Constituents ?? []).Select(slice => slice.Symbol).OfType<string>());
        var symbols = request.Assets.Select(draft => draft.Symbol).Concat(named).Select(symbol => symbol.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var there = (await assets.FindListedAsync(symbols, cancellationToken))
            .ToDictionary(asset => asset.Symbol, StringComparer.OrdinalIgnoreCase);

        // A fund may hold what the same call brings.
        var ids = there.ToDictionary(asset => asset.Key, asset => asset.Value.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var draft in request.Assets) ids.TryAdd(draft.Symbol.Trim(), AssetId.New(time.GetUtcNow()));
        RefuseUnknownConstituents(request.Assets, ids);

        var kept = request.Assets.Select(draft => Keep(draft, there, ids)).ToArray();
        await work.CommitAsync(cancellationToken);
        loaded.ClearCache();
        bySymbol.ClearCache();
        search.Renew();
        return kept;
    }

    private Asset Keep(AssetDraft draft, Dictionary<string, Asset> there, Dictionary<string, AssetId> ids)
    {
        var (symbol, details) = (draft.Symbol.Trim(), draft.DetailsWith(name => ids[name]));
        var asset = there.GetValueOrDefault(symbol);
        if (asset is null) assets.Add(asset = Asset.Listed(ids[symbol], details));

        asset.Edit(details);
        return asset;
    }

    private static void RefuseUnknownConstituents(IReadOnlyList<AssetDraft> drafts, Dictionary<string, AssetId> ids)
    {
        List<InputFault> faults = [];
        foreach (var (place, draft) in drafts.Index())
        {
            foreach (var (at, slice) in (draft.Constituents ?? []).Index())
            {
                if (slice.Symbol is { } symbol && !ids.ContainsKey(symbol.Trim()))
                {
                    faults.Add(new InputFault(["symbol"], $"No asset has the symbol {symbol}.").Under(
                        "assets", place.ToString(CultureInfo.InvariantCulture), "constituents", at.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }

        if (faults.Count > 0) throw new RefusedException(new ValidationRefusal(faults));
    }
}
