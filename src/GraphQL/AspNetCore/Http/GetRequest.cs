using System.Text;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A request in a URL's parameters. An empty parameter counts as absent.</summary>
internal static class GetRequest
{
    public static bool HasQuery(IQueryCollection parameters) => !string.IsNullOrEmpty(parameters["query"]);

    /// <exception cref="RequestFormatException">The parameters are no request; every fault is named.</exception>
    public static RequestParts Read(IQueryCollection parameters)
    {
        if (!HasQuery(parameters)) throw RequestFormatException.Malformed("The request has no query.");

        return new(
            Encoding.UTF8.GetBytes(parameters["query"].ToString()),
            QueryIsEscaped: false,
            parameters["operationName"].ToString() is { Length: > 0 } name ? name : null,
            Map(parameters, "variables"),
            Map(parameters, "extensions"));
    }

    private static ReadOnlyMemory<byte> Map(IQueryCollection parameters, string name) =>
        parameters[name].ToString() is { Length: > 0 } json ? RequestReader.ReadObject(Encoding.UTF8.GetBytes(json), name) : default;
}
