using Investr.GraphQL.Filtering;

namespace Investr.GraphQL.Descriptors;

/// <summary>One of what stands around a field's resolver, the outermost first.</summary>
internal abstract record FieldStep;

/// <summary>Middleware of the application's own.</summary>
internal sealed record MiddlewareStep(Func<IServiceProvider, FieldMiddleware> Make) : FieldStep;

/// <summary>What the library does to a list.</summary>
/// <param name="Name">The attribute that asks for it.</param>
/// <param name="Rank">Its place among the others: the lesser stands further out.</param>
internal abstract record ListStep(string Name, int Rank) : FieldStep;

/// <summary>The list is a connection.</summary>
internal sealed record PagingStep(PagingOptions Options) : ListStep("[UsePaging]", 0);

/// <summary>One item of the list is the value.</summary>
internal sealed record EndStep(string Name, ListEnd End) : ListStep(Name, 0);

/// <summary>No more is read than what is selected.</summary>
internal sealed record ProjectionStep() : ListStep("[UseProjection]", 1);

/// <summary>The list takes a condition.</summary>
internal sealed record FilteringStep(FilteringOptions Options) : ListStep("[UseFiltering]", 2);

/// <summary>The list takes an order.</summary>
internal sealed record SortingStep(SortingOptions Options) : ListStep("[UseSorting]", 3);
