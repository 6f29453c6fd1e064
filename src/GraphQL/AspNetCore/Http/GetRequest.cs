using System.Text;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A request in a URL's parameters. An empty parameter counts as absent.</summary>
internal static class GetRequest
{
    /// <summary>Whether the parameters are meant as a request.</summary>
    public static bool IsIn(IQueryCollection parameters) =>
        Text(parameters, "query") is not null || Text(parameters, "documentId") is not null || Text(parameters, "id") is not null
        || Text(parameters, "extensions") is not null;

    /// <param name="parameters">The parameters.</param>
    /// <param name="isNamed">Whether something else names the document, so that no query is needed.</param>
    /// <exception cref="RequestFormatException">The parameters are no request; every fault is named.</exception>
    public static RequestParts Read(IQueryCollection parameters, bool isNamed = false)
    {
        var extensions = Map(parameters, "extensions");
        var documentId = Text(parameters, "documentId") ?? Text(parameters, "id");
        var hash = PersistedQuery.HashIn(extensions.Span);
        var query = Text(parameters, "query");
        if (!isNamed && (query ?? documentId ?? hash) is null) throw RequestFormatException.Malformed("The request has no query.");

        return new(
            Encoding.UTF8.GetBytes(query ?? ""),
            QueryIsEscaped: false,
            Text(parameters, "operationName"),
            Map(parameters, "variables"),
            extensions)
        {
            DocumentId = documentId, DocumentHash = hash,
        };
    }

    private static string? Text(IQueryCollection parameters, string name) => parameters[name].ToString() is { Length: > 0 } text ? text : null;

    private static ReadOnlyMemory<byte> Map(IQueryCollection parameters, string name) =>
        parameters[name].ToString() is { Length: > 0 } json ? RequestReader.ReadObject(Encoding.UTF8.GetBytes(json), name) : default;
}
