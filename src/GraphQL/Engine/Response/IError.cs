using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;

namespace Investr.GraphQL;

/// <summary>§7.1.2 An error of the response.</summary>
public interface IError
{
    /// <summary>What went wrong, for a person.</summary>
    string Message { get; }

    /// <summary>A stable code for programs, written as <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>Where in the response; null for an error of the whole request.</summary>
    IReadOnlyList<object>? Path { get; }

    /// <summary>Where in the document.</summary>
    IReadOnlyList<SourceLocation>? Locations { get; }

    /// <summary>Which field of the schema failed; null for an error of the whole request. Clients are told it as
    /// <c>extensions.coordinate</c> where <see cref="RequestOptions.IncludeErrorCoordinates"/> says so.</summary>
    SchemaCoordinate? Coordinate { get; }

    /// <summary>Further facts for programs.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>What was thrown; never written to the response.</summary>
    Exception? Exception { get; }
}

/// <summary>An error of the response. Immutable: use <c>with</c> to change a copy.</summary>
public sealed record GraphQLError(string Message) : IError
{
    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Path { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceLocation>? Locations { get; init; }

    /// <inheritdoc/>
    public SchemaCoordinate? Coordinate { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <inheritdoc/>
    public Exception? Exception { get; init; }

    /// <summary>The error with its place, unless it names one itself.</summary>
    internal static GraphQLError At(IError error, FieldPath? path, FieldPlan? field) => new(error.Message)
    {
        Code = error.Code,
        Path = error.Path ?? path?.ToList(),
        Locations = error.Locations ?? field?.Locations(),
        Coordinate = error.Coordinate ?? field?.Coordinate,
        Extensions = error.Extensions,
        Exception = error.Exception,
    };
}

/// <summary>Ends a field with errors that reach the client as they are.</summary>
public sealed class GraphQLException(params IReadOnlyList<IError> errors)
    : Exception(string.Join(" ", errors.Select(error => error.Message)))
{
    /// <summary>An exception with one message.</summary>
    public GraphQLException(string message) : this(new GraphQLError(message))
    {
    }

    /// <summary>What the client is told.</summary>
    public IReadOnlyList<IError> Errors { get; } = errors;
}

/// <summary>Changes what the client is told of an error. Filters run in the order of registration.</summary>
public interface IErrorFilter
{
    /// <summary>The error to write instead.</summary>
    IError OnError(IError error);
}
