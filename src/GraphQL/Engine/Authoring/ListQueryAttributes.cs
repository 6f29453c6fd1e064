using System.Reflection;
using System.Runtime.CompilerServices;

namespace Investr.GraphQL;

/// <summary>How large a <c>where</c> may be.</summary>
public sealed record FilteringOptions
{
    /// <summary>How many comparisons one <c>where</c> may have.</summary>
    public int MaxConditions { get; init; } = 100;

    /// <summary>How many lists within lists a condition may go through: each multiplies what there is to look at.</summary>
    public int MaxListDepth { get; init; } = 2;
}

/// <summary>How large an <c>order</c> may be.</summary>
public sealed record SortingOptions
{
    /// <summary>How many properties one <c>order</c> may name.</summary>
    public int MaxKeys { get; init; } = 8;
}

/// <summary>The list takes a <c>where</c>: conditions on its items' properties, as a <c>{Type}FilterInput</c> made from them.</summary>
/// <remarks>
/// The method returns a list or an <see cref="IQueryable{T}"/>, which is asked by an expression that its provider can translate. Properties that
/// [Authorize] protects, that a resolver stands for, or whose values cannot be compared are left out. Is written after [UsePaging] and before
/// [UseSorting].
/// </remarks>
public sealed class UseFilteringAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Takes its place from the line that it is written on.</summary>
    public UseFilteringAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>How many comparisons one <c>where</c> may have.</summary>
    public int MaxConditions { get; init; } = 100;

    /// <summary>How many lists within lists a condition may go through: each multiplies what there is to look at.</summary>
    public int MaxListDepth { get; init; } = 2;

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
        descriptor.UseFiltering(new() { MaxConditions = MaxConditions, MaxListDepth = MaxListDepth });
}

/// <summary>The list takes an <c>order</c>: its items' properties, most important first, as a <c>{Type}SortInput</c> made from them.</summary>
/// <remarks>
/// The method returns a list or an <see cref="IQueryable{T}"/>. Nulls come first where the order is ascending; texts are in ordinal order
/// in memory. A page's order is total: what <c>order</c> leaves equal stays as it was in memory, and is put in the order of the ids by a
/// provider, in place of the order that the query had. Is written after [UsePaging] and [UseFiltering].
/// </remarks>
public sealed class UseSortingAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Takes its place from the line that it is written on.</summary>
    public UseSortingAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>How many properties one <c>order</c> may name.</summary>
    public int MaxKeys { get; init; } = 8;

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
        descriptor.UseSorting(new() { MaxKeys = MaxKeys });
}
