using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The request is not one that could be executed; every fault that was found is told.</summary>
internal sealed class RequestFormatException(int status, params IReadOnlyList<IError> errors)
    : Exception(string.Join(" ", errors.Select(error => error.Message)))
{
    public int Status { get; } = status;

    public IReadOnlyList<IError> Errors { get; } = errors;

    /// <summary>The body cannot be read as JSON at all.</summary>
    public static RequestFormatException Unreadable(string message) =>
        new(StatusCodes.Status400BadRequest, new GraphQLError(message) { Code = ErrorCodes.InvalidJson });

    /// <summary>The body is JSON but no request.</summary>
    public static RequestFormatException Malformed(string message) => Malformed([new GraphQLError(message) { Code = ErrorCodes.InvalidRequest }]);

    /// <summary>The body is JSON but no request, for several reasons.</summary>
    public static RequestFormatException Malformed(IReadOnlyList<IError> errors) => new(StatusCodes.Status422UnprocessableEntity, errors);

    /// <summary>The body, or what it brings, is larger than allowed.</summary>
    public static RequestFormatException TooLarge(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, new GraphQLError(message) { Code = ErrorCodes.LimitExceeded });
}
