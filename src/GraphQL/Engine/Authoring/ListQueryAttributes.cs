namespace Investr.GraphQL;

/// <summary>The list takes a <c>where</c>: conditions on its items' properties, as a <c>{Type}FilterInput</c> made from them.</summary>
/// <remarks>
/// The method returns a list or an <see cref="IQueryable{T}"/>, which is asked by an expression that its provider can translate. Properties that
/// [Authorize] protects, that a resolver stands for, or whose values cannot be compared are left out. Comes before sorting and paging.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFilteringAttribute : Attribute
{
    /// <summary>How many comparisons one <c>where</c> may have.</summary>
    public int MaxConditions { get; init; } = 100;

    /// <summary>How many lists within lists a condition may go through: each multiplies what there is to look at.</summary>
    public int MaxListDepth { get; init; } = 2;
}

/// <summary>The list takes an <c>order</c>: its items' properties, most important first, as a <c>{Type}SortInput</c> made from them.</summary>
/// <remarks>
/// The method returns a list or an <see cref="IQueryable{T}"/>. Nulls come first where the order is ascending; texts are in ordinal order
/// in memory. A page's order is total: what <c>order</c> leaves equal stays as it was in memory, and is put in the order of the ids by a provider.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseSortingAttribute : Attribute
{
    /// <summary>How many properties one <c>order</c> may name.</summary>
    public int MaxKeys { get; init; } = 8;
}
