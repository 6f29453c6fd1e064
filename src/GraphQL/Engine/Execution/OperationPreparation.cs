using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Execution;

/// <summary>From a query's bytes to an operation that can run: found where it was asked before, else parsed, validated and kept.</summary>
/// <remarks>What is wrong with a query is kept apart, so that bad ones cannot drive out good ones.</remarks>
internal sealed class OperationPreparation(Schema schema, RequestOptions options)
{
    private const long RefusedBytes = 1024 * 1024;

    private readonly OperationCache<PreparedOperation> _prepared = new(options.DocumentCacheBytes);
    private readonly OperationCache<IReadOnlyList<IError>> _refused = new(RefusedBytes);

    public RequestOptions Options => options;

    /// <summary>The operation.</summary>
    /// <exception cref="GraphQLException">The query does not parse, is not valid, or has no such operation.</exception>
    public PreparedOperation Prepare(OperationRequest request)
    {
        var query = request.Query.Span;
        if (_prepared.Find(query, request.QueryIsEscaped, request.OperationName) is { } known) return known;
        if (_refused.Find(query, request.QueryIsEscaped, request.OperationName) is { } refusal) throw new GraphQLException(refusal);

        try
        {
            var prepared = Prepare(QueryText.Of(request), request.OperationName);
            _prepared.Add(query, request.QueryIsEscaped, request.OperationName, prepared);
            return prepared;
        }
        catch (GraphQLException refused)
        {
            _refused.Add(query, request.QueryIsEscaped, request.OperationName, refused.Errors);
            throw;
        }
    }

    private PreparedOperation Prepare(byte[] text, string? operationName)
    {
        var document = Parse(text);
        if (DocumentValidator.Validate(schema, document, options) is { Count: > 0 } errors) throw new GraphQLException(errors);
        return new(schema, document, OperationOf(document, operationName));
    }

    private DocumentNode Parse(byte[] text)
    {
        try
        {
            return Parser.Parse(new SourceText(text), ParserLimits.Of(options));
        }
        catch (SyntaxException malformed)
        {
            throw new GraphQLException(malformed.ToError());
        }
    }

    /// <summary>§6.1 GetOperation().</summary>
    private static OperationDefinitionNode OperationOf(DocumentNode document, string? operationName)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
        if (!string.IsNullOrEmpty(operationName))
        {
            return operations.FirstOrDefault(operation => operation.Name?.Value == operationName)
                ?? throw NotFound($"Unknown operation named \"{operationName}\".");
        }

        return operations switch
        {
            [var only] => only,
            [] => throw NotFound("Must provide an operation."),
            _ => throw NotFound("Must provide operation name if query contains multiple operations."),
        };
    }

    private static GraphQLException NotFound(string message) => new(new GraphQLError(message) { Code = ErrorCodes.OperationNotFound });
}
