using Investr.Application.Filtering;

namespace Investr.Api.Filtering;

/// <summary>Filters of what is in memory; those of what is in the database are turned into SQL.</summary>
internal static class FilterMatching
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    public static bool Matches(this StringFilter filter, string text) =>
        (filter.Eq is null || text.Equals(filter.Eq, AnyCase))
        && (filter.Neq is null || !text.Equals(filter.Neq, AnyCase))
        && (filter.In is null || filter.In.Contains(text, StringComparer.OrdinalIgnoreCase))
        && (filter.Contains is null || text.Contains(filter.Contains, AnyCase))
        && (filter.StartsWith is null || text.StartsWith(filter.StartsWith, AnyCase));

    public static bool Matches(this DecimalFilter filter, decimal number) =>
        (filter.Eq is null || number == filter.Eq)
        && (filter.Gt is null || number > filter.Gt)
        && (filter.Gte is null || number >= filter.Gte)
        && (filter.Lt is null || number < filter.Lt)
        && (filter.Lte is null || number <= filter.Lte);

    public static bool IsOneOf<T>(this T value, T? only, IReadOnlyList<T>? any) where T : struct, Enum =>
        (only is null || EqualityComparer<T>.Default.Equals(value, only.Value)) && (any is null || any.Contains(value));
}
