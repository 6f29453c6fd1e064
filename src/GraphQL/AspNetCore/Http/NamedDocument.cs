using Microsoft.AspNetCore.Routing;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A trusted document that a route names, with its operation where it has several.</summary>
internal static class NamedDocument
{
    public const string Route = "{documentId}/{operationName?}";

    /// <summary>The request with the document and operation of the route.</summary>
    public static RequestParts In(RouteValueDictionary route, RequestParts parts) => parts with
    {
        Query = default,
        DocumentHash = null,
        DocumentId = route["documentId"] as string,
        OperationName = route["operationName"] as string ?? parts.OperationName,
    };
}
