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

    /// <summary>
    /// Changes the caller's password. Every device is signed out at once, and what they have open is closed; this one goes on with the
    /// tokens in the answer.
    /// </summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "tokens")]
    [Error<ValidationRefusal>]
    [Error<InvalidCredentials>]
    [Error<AccountLocked>]
    public static Task<IssuedTokens> ChangePasswordAsync(
        ChangePassword input, IMediator mediator, HttpViewer viewer, CancellationToken cancellationToken) =>
        viewer.SignedInByAsync(mediator.Send(input, cancellationToken));

    /// <summary>Changes the caller's name and currency; what is left out stays.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    public static Task<User> UpdateProfileAsync(UpdateProfile input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>
    /// Deletes the caller's account with all that is theirs, at once and for good: portfolios (for those they are shared with, too),
    /// assets and prices of their own, sessions. What they recorded in the portfolios of others stays there, without their name.
    /// GET /account/export gives it all before. The last ADMIN must make somebody else one first.
    /// </summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "deleted")]
    [Error<ValidationRefusal>]
    [Error<InvalidCredentials>]
    [Error<AccountLocked>]
    [Error<LastAdministrator>]
    public static Task<bool> DeleteAccountAsync(DeleteAccount input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>
    /// Gives a user exactly these roles, and INVESTOR in any case. They hold from the next request on, with the tokens that the user
    /// has; open sockets and streams are closed, to be opened again. ADMIN.
    /// </summary>
    [Authorize(Roles = [RoleNames.Admin])]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<LastAdministrator>]
    public static Task<User> SetUserRolesAsync(SetUserRoles input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Signs a user out everywhere, at once, and keeps them out; or lets them in again. ADMIN.</summary>
    [Authorize(Roles = [RoleNames.Admin])]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<LastAdministrator>]
    public static Task<User> LockUserAsync(LockUser input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    private static async Task<IssuedTokens> SignedInByAsync(this HttpViewer viewer, Task<IssuedTokens> issuing)
    {
        var tokens = await issuing;
        viewer.HasSignedIn(tokens);
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
[ObjectType<IssuedTokens>(Ignore = [nameof(IssuedTokens.Session)])]
[GraphQLName("AuthTokens")]
internal static class AuthTokensType;
