using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Valuation;

namespace Investr.Domain.Diversification;

/// <summary>Divides a portfolio by what its parts have in common, and looks through funds whose constituents are known.</summary>
/// <remarks>Negative cash is a debt and no exposure; it is left out.</remarks>
public sealed class Exposure
{
    private readonly PortfolioValue _value;
    private readonly IReadOnlyDictionary<AssetId, Asset> _assets;
    private readonly bool _lookThrough;

    /// <summary>Prepares to divide a portfolio.</summary>
    /// <param name="value">The portfolio with its value.</param>
    /// <param name="assets">The assets that funds name as their constituents, as far as they are known.</param>
    /// <param name="lookThrough">Whether a fund counts as what it holds; otherwise as one asset.</param>
    public Exposure(PortfolioValue value, IReadOnlyDictionary<AssetId, Asset> assets, bool lookThrough = true)
    {
        _value = value;
        _assets = assets;
        _lookThrough = lookThrough;
    }

    /// <summary>The slices by one dimension, the largest first, what is unknown last; their weights add up to one.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The slices; none for an empty portfolio.</returns>
    public IReadOnlyList<AllocationSlice> By(AllocationDimension dimension)
    {
        var slices = SlicesBy(dimension).ToArray();
        var whole = slices.Sum(slice => slice.Value);

        return
        [
            .. slices
                .GroupBy(slice => slice.Key, StringComparer.Ordinal)
                .Select(group => (Slice: group.First(), Value: group.Sum(slice => slice.Value)))
                .OrderBy(group => group.Slice.Kind == ExposureKind.Unknown)
                .ThenByDescending(group => group.Value)
                .ThenBy(group => group.Slice.Key, StringComparer.Ordinal)
                .Select(group => new AllocationSlice(group.Slice.Key, group.Slice.Label, group.Value, (double)(group.Value / whole))),
        ];
    }

    internal IEnumerable<ExposureSlice> SlicesBy(AllocationDimension dimension)
    {
        var holdings = _value.Holdings
            .Where(holding => holding.Value.Amount > 0)
            .SelectMany(holding => SlicesOf(holding.Asset, holding.Value.Amount, dimension));
        var cash = _value.CashBalances
            .Where(balance => balance.Value > 0)
            .Select(balance => SliceOf(balance, dimension));

        return holdings.Concat(cash).Where(slice => slice.Value > 0);
    }

    private static ExposureSlice SliceOf(CashValue cash, AllocationDimension dimension) => dimension switch
    {
        AllocationDimension.Asset => ExposureSlice.Known(cash.Balance.Currency.Code, $"Cash in {cash.Balance.Currency}", cash.Value),
        AllocationDimension.Currency => OfCurrency(cash.Balance.Currency, cash.Value),
        AllocationDimension.Type or AllocationDimension.Class => ExposureSlice.Known("Cash", cash.Value),
        _ => ExposureSlice.Outside(AssetClass.Cash, cash.Value),
    };

    private static ExposureSlice OfCurrency(Currency currency, decimal value) =>
        ExposureSlice.Known(currency.Major.Code, currency.Major.Code, value);

    private IEnumerable<ExposureSlice> SlicesOf(Asset asset, decimal value, AllocationDimension dimension) => dimension switch
    {
        AllocationDimension.Asset => ByName(asset, value),
        AllocationDimension.Type => [ExposureSlice.Known(ExposureSlice.LabelOf(asset.Type.ToString()), value)],
        AllocationDimension.Class => ByClass(asset, value)
            .Select(part => ExposureSlice.Known(ExposureSlice.LabelOf(part.Class.ToString()), part.Value)),
        AllocationDimension.Sector => BySector(asset, value),
        AllocationDimension.Country => ByCountry(asset, value),
        AllocationDimension.Currency => ByCurrency(asset, value),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not a dimension."),
    };

    private IReadOnlyList<FundSlice> Look(Asset asset, Func<Constituent, string?> tells) =>
        _lookThrough ? FundSlices.By(asset, tells) : [];

    private Asset? AssetOf(Constituent constituent) =>
        constituent.Asset is { } id ? _assets.GetValueOrDefault(id) : null;

    // What a fund names goes to those assets; the rest stays with the fund.
    private IEnumerable<ExposureSlice> ByName(Asset asset, decimal value)
    {
        var rest = value;
        foreach (var slice in Look(asset, constituent => constituent.Asset is null ? null : constituent.Name))
        {
            var part = value * slice.Share;
            var named = AssetOf(slice.Constituent);
            yield return named is null ? ExposureSlice.Known(slice.Label, part) : ExposureSlice.Known(named.Symbol, named.Name, part);
            rest -= part;
        }

        yield return ExposureSlice.Known(asset.Symbol, asset.Name, rest);
    }

    private IEnumerable<(AssetClass Class, decimal Value)> ByClass(Asset asset, decimal value)
    {
        var rest = value;
        foreach (var slice in Look(asset, constituent => ClassOf(constituent)?.ToString()))
        {
            var part = value * slice.Share;
            yield return (ClassOf(slice.Constituent)!.Value, part);
            rest -= part;
        }

        yield return (asset.Class, rest);

        AssetClass? ClassOf(Constituent constituent) => constituent.Class ?? AssetOf(constituent)?.Class;
    }

    private IEnumerable<ExposureSlice> BySector(Asset asset, decimal value)
    {
        var equity = 0m;
        foreach (var (@class, part) in ByClass(asset, value))
        {
            if (@class == AssetClass.Equity) equity += part;
            else yield return ExposureSlice.Outside(@class, part);
        }

        // Sectors may be told as shares of the fund or of its equity; either way they fill no more than the equity.
        var slices = Look(asset, constituent => constituent.Sector ?? AssetOf(constituent)?.Sector);
        foreach (var slice in Fill(slices, value, equity, asset.Sector)) yield return slice;
    }

    private IEnumerable<ExposureSlice> ByCountry(Asset asset, decimal value)
    {
        var slices = Look(asset, constituent => constituent.Country ?? AssetOf(constituent)?.Country);
        if (slices.Count == 0 && asset.Country is null && asset.Class is AssetClass.Cash or AssetClass.Crypto or AssetClass.Commodity)
            return [ExposureSlice.Outside(asset.Class, value)];

        return Fill(slices, value, value, asset.Country);
    }

    private IEnumerable<ExposureSlice> ByCurrency(Asset asset, decimal value)
    {
        var rest = value;
        foreach (var slice in Look(asset, constituent => AssetOf(constituent)?.Currency.Code))
        {
            yield return OfCurrency(Currency.Parse(slice.Label), value * slice.Share);
            rest -= value * slice.Share;
        }

        yield return OfCurrency(asset.Currency, rest);
    }

    // Without slices the asset's own property counts for all of it; with slices, what they leave open is unknown.
    private static IEnumerable<ExposureSlice> Fill(IReadOnlyList<FundSlice> slices, decimal value, decimal room, string? own)
    {
        if (slices.Count == 0)
        {
            yield return own is null ? ExposureSlice.Unknown(room) : ExposureSlice.Known(own, room);
            yield break;
        }

        var told = slices.Sum(slice => slice.Share) * value;
        var scale = told > room ? room / told : 1m;
        var rest = room;
        foreach (var slice in slices)
        {
            var part = slice.Share * value * scale;
            yield return ExposureSlice.Known(slice.Label, part);
            rest -= part;
        }

        yield return ExposureSlice.Unknown(rest);
    }
}
