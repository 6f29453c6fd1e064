using System.Collections.ObjectModel;
using System.Diagnostics;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>What the client is told of a failure, and what the listeners are.</summary>
internal sealed class ErrorHandling(IReadOnlyList<IErrorFilter> filters, IExecutionDiagnostics diagnostics, RequestOptions options)
{
    /// <summary>The errors that an exception stands for: its own where it carries some, else one that tells nothing but where to
    /// look.</summary>
    public IEnumerable<IError> ErrorsOf(Exception exception, FieldPath? path, FieldPlan? field) =>
        Carried(exception).Select(error => Told(GraphQLError.At(error, path, field)));

    /// <summary>What the client is told in place of an error.</summary>
    public IError Told(IError error)
    {
        diagnostics.ResolverError(error);
        var told = filters.Aggregate(error, (told, filter) => filter.OnError(told));
        return options.IncludeErrorCoordinates && told.Coordinate is { } coordinate ? WithCoordinate(told, coordinate) : told;
    }

    private static GraphQLError WithCoordinate(IError error, SchemaCoordinate coordinate) => GraphQLError.At(error, null, null) with
    {
        Extensions = new Dictionary<string, object?>(error.Extensions ?? ReadOnlyDictionary<string, object?>.Empty)
        {
            ["coordinate"] = coordinate.ToString(),
        },
    };

    private IEnumerable<IError> Carried(Exception exception) => exception switch
    {
        GraphQLException { Errors: { Count: > 0 } told } => told,
        AggregateException { InnerExceptions: { Count: > 0 } several } => several.SelectMany(Carried),
        ScalarFormatException misfit => [new GraphQLError(misfit.Message) { Code = ErrorCodes.InvalidValue, Exception = misfit }],
        _ => [Unexpected(exception)],
    };

    private GraphQLError Unexpected(Exception exception)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        var extensions = new Dictionary<string, object?> { ["traceId"] = traceId };
        if (options.IncludeExceptionDetails) extensions["stackTrace"] = exception.ToString();
        return new(options.IncludeExceptionDetails ? exception.Message : "Unexpected Execution Error")
        {
            Code = ErrorCodes.UnexpectedError,
            Exception = exception,
            Extensions = extensions,
        };
    }
}
