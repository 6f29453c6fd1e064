namespace Investr.GraphQL.Language;

/// <summary>A text that is not GraphQL, or more of it than a limit allows.</summary>
/// <param name="message">What was expected and found, in graphql-js's words after its "Syntax Error: ".</param>
/// <param name="offset">The place in the text, as a byte offset.</param>
public sealed class SyntaxException(string message, int offset) : Exception($"Syntax Error: {message}")
{
    /// <summary>The place in the text, as a byte offset.</summary>
    public int Offset { get; } = offset;

    /// <summary>The place as line and column.</summary>
    public SourceLocation Location { get; internal set; } = new(1, 1);

    /// <summary>Whether the text is refused for its size, not for its form.</summary>
    public bool IsLimit { get; internal init; }

    /// <summary>The error that a client is told.</summary>
    public IError ToError() => new GraphQLError(Message)
    {
        Code = IsLimit ? ErrorCodes.LimitExceeded : ErrorCodes.SyntaxError,
        Locations = [Location],
    };
}
