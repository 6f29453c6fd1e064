using Investr.Api.Auth;
using Investr.Application;
using Investr.Domain;
using Investr.GraphQL;

namespace Investr.Api.Errors;

/// <summary>What clients are told of refusals that no payload names, and of tokens that were not believed.</summary>
internal sealed class RefusalFilter(IHttpContextAccessor http) : IErrorFilter
{
    public IError OnError(IError error) => error switch
    {
        { Exception: RefusedException refused } => Told(error, refused.Refusal.Message, refused.Refusal.Code),
        { Exception: NotSignedInException } => NotSignedIn(error),
        { Code: ErrorCodes.NotAuthenticated } => NotSignedIn(error),
        _ => error,
    };

    private GraphQLError NotSignedIn(IError error) => Told(
        error,
        (http.HttpContext?.Items[TokenFault.Key] as TokenFault)?.Message ?? "The current user is not authorized to access this resource.",
        ErrorCodes.NotAuthenticated);

    private static GraphQLError Told(IError error, string message, string code) =>
        new(message) { Code = code, Path = error.Path, Locations = error.Locations };
}
