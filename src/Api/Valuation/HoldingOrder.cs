using Investr.Application.Filtering;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Valuation;

/// <summary>By what holdings are sorted.</summary>
[GraphQLName("HoldingSort")]
internal sealed record HoldingSort
{
    /// <summary>By the asset's symbol.</summary>
    public SortDirection? Symbol { get; init; }

    /// <summary>By value in the base currency.</summary>
    public SortDirection? Value { get; init; }

    /// <summary>By weight.</summary>
    public SortDirection? Weight { get; init; }

    /// <summary>By the amount of the unrealized gain.</summary>
    public SortDirection? UnrealizedGain { get; init; }
}

/// <summary>Sorts holdings: the largest first, unless somebody says otherwise; equal ones by symbol, so that pages never overlap.</summary>
internal static class HoldingOrder
{
    public static IEnumerable<HoldingValue> Sort(IEnumerable<HoldingValue> holdings, IReadOnlyList<HoldingSort>? order)
    {
        var sorted = holdings.OrderBy(_ => 0);
        foreach (var key in order ?? [])
        {
            sorted = Then(sorted, key.Symbol, holding => holding.Asset.Symbol, StringComparer.Ordinal);
            sorted = Then(sorted, key.Value, holding => holding.Value.Amount);
            sorted = Then(sorted, key.Weight, holding => holding.Weight);
            sorted = Then(sorted, key.UnrealizedGain, holding => holding.UnrealizedGain.Amount);
        }

        return sorted.ThenByDescending(holding => holding.Value.Amount).ThenBy(holding => holding.Asset.Symbol, StringComparer.Ordinal);
    }

    private static IOrderedEnumerable<HoldingValue> Then<TKey>(
        IOrderedEnumerable<HoldingValue> sorted, SortDirection? direction, Func<HoldingValue, TKey> key, IComparer<TKey>? comparer = null) =>
        direction switch
        {
            SortDirection.Asc => sorted.ThenBy(key, comparer),
            SortDirection.Desc => sorted.ThenByDescending(key, comparer),
            _ => sorted,
        };
}
