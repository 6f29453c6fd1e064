namespace Investr.GraphQL;

/// <summary>Limits and switches of a schema's executor. Every limit is finite by default.</summary>
public sealed class RequestOptions
{
    /// <summary>How long an operation may take before it ends with HC0045.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether messages of unexpected exceptions reach the client; only for development.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Whether errors of fields tell the field's schema coordinate, such as <c>Query.book</c>, as <c>extensions.coordinate</c>.</summary>
    public bool IncludeErrorCoordinates { get; set; }

    /// <summary>Whether the schema may be asked for, where a request's interceptor does not say it.</summary>
    public bool AllowIntrospection { get; set; } = true;

    /// <summary>How many tokens a document may have.</summary>
    public int MaxTokens { get; set; } = 10_000;

    /// <summary>How many fields a document may select, as written.</summary>
    public int MaxFields { get; set; } = 2_048;

    /// <summary>How deep selections, lists and objects may nest in the text.</summary>
    public int MaxRecursionDepth { get; set; } = 200;

    /// <summary>How many directives may stand at one place.</summary>
    public int MaxDirectives { get; set; } = 4;

    /// <summary>How deep the fields of an operation may nest, fragments spread; introspection fields aside.</summary>
    public int MaxExecutionDepth { get; set; } = 15;

    /// <summary>How many aliases an operation may use, fragments spread.</summary>
    public int MaxAliases { get; set; } = 100;

    /// <summary>How many values the variables of a request may have: texts, numbers, lists, objects, each one counts.</summary>
    public int MaxVariableValues { get; set; } = 50_000;

    /// <summary>How often a field may lead back to itself, fragments spread; introspection fields aside.</summary>
    public int MaxFieldCycleDepth { get; set; } = 3;

    /// <summary>How many validation errors are told before the rest is cut.</summary>
    public int MaxValidationErrors { get; set; } = 100;

    /// <summary>At how many places of the document one validation error may point.</summary>
    public int MaxLocationsPerError { get; set; } = 50;

    /// <summary>How many field comparisons the merge rule may make.</summary>
    public int MaxFieldMergeComparisons { get; set; } = 100_000;

    /// <summary>How many fragments may be spread in all, one inside another.</summary>
    public int MaxFragmentVisits { get; set; } = 1_000;

    /// <summary>What an operation may cost.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>How documents are found that a request names instead of bringing.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>How many bytes of documents are kept with their plans.</summary>
    public long DocumentCacheBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many operations run side by side; the rest waits its turn.</summary>
    public int MaxConcurrentExecutions { get; set; } = 64;

    /// <summary>How many operations may wait for their turn; one more is refused, by HTTP with 503.</summary>
    public int MaxQueuedExecutions { get; set; } = 10_000;

    /// <summary>The same options for a request that may ask for the schema, or may not, unlike others.</summary>
    internal RequestOptions WithIntrospection(bool allowed)
    {
        var copy = (RequestOptions)MemberwiseClone();
        copy.AllowIntrospection = allowed;
        return copy;
    }
}
