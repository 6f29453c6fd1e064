namespace Investr.GraphQL;

/// <summary>How a schema is made from annotated C#.</summary>
public sealed class SchemaOptions
{
    /// <summary>Whether <c>Decimal</c> is written as a JSON string, so that no client rounds it.</summary>
    public bool DecimalAsString { get; set; }

    /// <summary>The name of the scalar for <see cref="DateOnly"/>.</summary>
    public string DateScalarName { get; set; } = "LocalDate";

    /// <summary>Makes an enum value's name from the C# one; SCREAMING_SNAKE_CASE where it is null.</summary>
    public Func<string, string>? EnumValueNaming { get; set; }

    /// <summary>Whether XML documentation becomes descriptions.</summary>
    public bool UseXmlDocumentation { get; set; } = true;

    /// <summary>How many items a page has where neither the client nor [UsePaging] says.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>How many items a page may have where [UsePaging] does not say.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Whether every mutation takes one input and gives a payload; without, only those with [UseMutationConvention] do.</summary>
    public bool MutationConventions { get; set; } = true;

    /// <summary>
    /// Whether an id that cannot be read, or is another type's, reaches the resolver as the id type's default value (an id that
    /// nothing has) rather than as an error, so that a guess tells nothing.
    /// </summary>
    public bool UnreadableIdsAreAbsent { get; set; }

    /// <summary>Whether clients may <c>@defer</c> fragments.</summary>
    public bool EnableDefer { get; set; } = true;

    /// <summary>Whether clients may <c>@stream</c> lists.</summary>
    public bool EnableStream { get; set; } = true;

    /// <summary>Whether [UsePaging], [UseProjection], [UseFiltering] and [UseSorting] must be written in this order, which is the one that works.</summary>
    public bool ValidatePipelineOrder { get; set; } = true;

    /// <summary>How many ids <c>nodes</c> takes.</summary>
    public int MaxNodeBatchSize { get; set; } = 50;
}
