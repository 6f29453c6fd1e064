using System.Reflection;
using System.Runtime.CompilerServices;

namespace Investr.GraphQL;

/// <summary>How a connection is paged.</summary>
public sealed record PagingOptions
{
    /// <summary>How many items a page has where neither first nor last is given; the schema's own default where it is null.</summary>
    public int? DefaultPageSize { get; init; }

    /// <summary>How many items a page may have; the schema's own limit where it is null.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>The name before Connection and Edge; the field's name where it is null.</summary>
    public string? ConnectionName { get; init; }
}

/// <summary>The list is a connection: first, after, last, before; edges, nodes, pageInfo, totalCount.</summary>
/// <remarks>
/// The method returns <see cref="Connection{T}"/> or <see cref="Page{T}"/> (it pages itself, from a <see cref="PagingArguments"/> parameter), a
/// list, which is paged in memory by position, or an <see cref="IQueryable{T}"/>, whose provider reads the page and one row more: by the keys
/// that the query is ordered by and, where its items have one, by their id. Is written before [UseProjection], [UseFiltering] and [UseSorting],
/// around which it works.
/// </remarks>
public sealed class UsePagingAttribute : ObjectFieldDescriptorAttribute
{
    private PagingOptions _options = new();

    /// <summary>Takes its place from the line that it is written on.</summary>
    public UsePagingAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>How many items a page has where neither first nor last is given; the schema's own default where it is not set.</summary>
    public int DefaultPageSize { get => _options.DefaultPageSize ?? 10; init => _options = _options with { DefaultPageSize = value }; }

    /// <summary>How many items a page may have; the schema's own limit where it is not set.</summary>
    public int MaxPageSize { get => _options.MaxPageSize ?? 50; init => _options = _options with { MaxPageSize = value }; }

    /// <summary>The name before Connection and Edge; the field's name where it is null.</summary>
    public string? ConnectionName { get => _options.ConnectionName; init => _options = _options with { ConnectionName = value }; }

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
        descriptor.UsePaging(_options);
}
