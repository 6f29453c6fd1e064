namespace Investr.GraphQL.Language;

/// <summary>How large a text the parser takes. A breached limit is a <see cref="SyntaxException"/> with <see cref="SyntaxException.IsLimit"/>.</summary>
public sealed record ParserLimits
{
    /// <summary>The limits of a client's document, where nobody set others.</summary>
    public static ParserLimits Default { get; } = Of(new RequestOptions());

    /// <summary>The limits of a schema's text, which comes from the service's own author.</summary>
    public static ParserLimits Schema { get; } = new() { MaxTokens = 5_000_000, MaxFields = 5_000_000, MaxDepth = 200, MaxDirectives = 1_000 };

    /// <summary>How many tokens the text may have; comments are none.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>How many fields it may select.</summary>
    public required int MaxFields { get; init; }

    /// <summary>How deep selection sets, lists and objects may nest.</summary>
    public required int MaxDepth { get; init; }

    /// <summary>How many directives may stand at one place.</summary>
    public required int MaxDirectives { get; init; }

    /// <summary>The limits of a schema's executor.</summary>
    public static ParserLimits Of(RequestOptions options) => new()
    {
        MaxTokens = options.MaxTokens,
        MaxFields = options.MaxFields,
        MaxDepth = options.MaxRecursionDepth,
        MaxDirectives = options.MaxDirectives,
    };
}
