using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The status code of an answer, by policy and media type.</summary>
internal static class ResponseStatus
{
    private const int ErrorsBesideData = 294;

    public static int Of(OperationResult result, ResponseType type, StatusPolicy policy)
    {
        if (result.Kind == ResultKind.TooBusy) return StatusCodes.Status503ServiceUnavailable;
        if (type != ResponseType.GraphQLResponse || policy == StatusPolicy.Legacy) return StatusCodes.Status200OK;
        if (result.Kind == ResultKind.Executed)
        {
            return policy == StatusPolicy.Draft2026 && result.Errors.Count > 0 ? ErrorsBesideData : StatusCodes.Status200OK;
        }

        return policy == StatusPolicy.Draft2026 && result.Errors is not [{ Code: ErrorCodes.SyntaxError }, ..]
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status400BadRequest;
    }

    /// <summary>What is wrong with a request that never reached the executor: 422 is a word of the newest draft alone.</summary>
    public static int Of(RequestFormatException fault, ResponseType type, StatusPolicy policy) =>
        fault.Status == StatusCodes.Status422UnprocessableEntity
        && (type != ResponseType.GraphQLResponse || policy != StatusPolicy.Draft2026)
            ? StatusCodes.Status400BadRequest
            : fault.Status;
}
