using Investr.Api.Auth;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Users;

[MutationType]
internal static class UserMutations
{
    /// <summary>Opens an account and signs it in. Every account begins as an INVESTOR.</summary>
    [UseMutationConvention(PayloadFieldName = "tokens")]
    [Error<ValidationRefusal>]
    [Error<EmailTaken>]
    public static Task<IssuedTokens> SignUpAsync(
        SignUpInput input, IMediator mediator, HttpViewer viewer, CancellationToken cancellationToken) =>
        viewer.SignedInByAsync(mediator.Send(new SignUp(input.Email, input.Password, input.DisplayName, input.BaseCurrency), cancellationToken));

    /// <summary>Signs in. An e-mail that is not known and a wrong password get the same answer; so does an account that waits.</summary>
    [UseMutationConvention(PayloadFieldName = "tokens")]
    [Error<ValidationRefusal>]
    [Error<InvalidCredentials>]
    [Error<AccountLocked>]
    public static Task<IssuedTokens> SignInAsync(
        SignIn input, IMediator mediator, HttpViewer viewer, CancellationToken cancellationToken) =>
        viewer.SignedInByAsync(mediator.Send(input, cancellationToken));

    /// <summary>Takes a refresh token, which works once, and gives a new pair. One shown twice ends the session on that device.</summary>
    [UseMutationConvention(PayloadFieldName = "tokens")]
    [Error<InvalidCredentials>]
    public static Task<IssuedTokens> RefreshTokensAsync(
        RefreshTokens input, IMediator mediator, HttpViewer viewer, CancellationToken cancellationToken) =>
        viewer.SignedInByAsync(mediator.Send(input, cancellationToken));

    /// <summary>Ends this device's session, or every one of the user's.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "signedOut")]
    [Error<ValidationRefusal>]
    public static Task<bool> SignOutAsync(SignOut input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    private static async Task<IssuedTokens> SignedInByAsync(this HttpViewer viewer, Task<IssuedTokens> issuing)
    {
        var tokens = await issuing;
        viewer.HasSignedIn(tokens.User);
        return tokens;
    }
}

/// <summary>What an account is opened with.</summary>
/// <param name="Email">The address with which the user will sign in.</param>
/// <param name="Password">12 characters at least.</param>
/// <param name="DisplayName">The name that others see.</param>
/// <param name="BaseCurrency">The currency in which amounts across portfolios are shown.</param>
internal sealed record SignUpInput(
    string Email,
    string Password,
    string DisplayName,
    [property: DefaultValueSyntax("\"USD\"")] Domain.Monetary.Currency BaseCurrency);

/// <summary>What a client keeps after signing in. The refresh token works once: using it gives a new pair.</summary>
[ObjectType<IssuedTokens>]
[GraphQLName("AuthTokens")]
internal static class AuthTokensType;
