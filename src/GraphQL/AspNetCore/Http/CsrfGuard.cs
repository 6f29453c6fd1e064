using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Tells requests that a foreign page may send without asking first from those that it may not.</summary>
/// <remarks>A browser sends a form or a plain GET anywhere, with cookies; it sends a header of its own making only after a preflight.</remarks>
internal static class CsrfGuard
{
    private static readonly string[] PreflightHeaders = ["GraphQL-Preflight", "X-Requested-With", "Apollo-Require-Preflight"];

    public static void Check(IHeaderDictionary headers)
    {
        if (PreflightHeaders.Any(headers.ContainsKey)) return;
        throw new RequestFormatException(
            StatusCodes.Status400BadRequest,
            new GraphQLError("This request needs the header GraphQL-Preflight: 1, so that no foreign page can send it.") { Code = ErrorCodes.PreflightMissing });
    }
}
