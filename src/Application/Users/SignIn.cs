using Investr.Domain;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Signs in on the device that asks.</summary>
/// <param name="Email">The address of the account.</param>
/// <param name="Password">The password of the account.</param>
public sealed record SignIn(string Email, string Password) : IRequest<IssuedTokens>
{
    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(SignIn);
}

/// <summary>
/// Answers alike, and after the same work, whether the address has no account, the password is wrong or an administrator keeps
/// the user out: who asks learns nothing about accounts that are not theirs.
/// </summary>
internal sealed class SignInHandler(
    IUserRepository users,
    ISessionRepository sessions,
    ISignInAttempts attempts,
    IPasswordHasher passwords,
    SessionStart session,
    IUnitOfWork work,
    TimeProvider time) : IRequestHandler<SignIn, IssuedTokens>
{
    public async Task<IssuedTokens> Handle(SignIn request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email)) throw new RefusedException(new InvalidCredentials());

        await UnlockedAttemptsAsync(email, cancellationToken);
        var user = await users.FindByEmailAsync(email, cancellationToken);
        var match = passwords.Verify(user?.PasswordHash ?? passwords.HashOfNothing, request.Password);

        // Asked again, because many guesses may have been made side by side while this one was compared.
        var made = await UnlockedAttemptsAsync(email, cancellationToken);

        if (user is null || user.IsLocked || match == PasswordMatch.Wrong)
        {
            await attempts.CountFailureAsync(email, time.GetUtcNow(), cancellationToken);
            throw new RefusedException(new InvalidCredentials());
        }

        if (made.Failures > 0) await attempts.ForgetAsync(email, cancellationToken);
        if (match == PasswordMatch.RightButWeak) user.ChangePassword(passwords.Hash(request.Password));

        await sessions.MakeRoomAsync(user.Id, time.GetUtcNow(), cancellationToken);
        var tokens = session.Begin(user);

        await work.CommitAsync(cancellationToken);
        return tokens;
    }

    private async Task<SignInAttempts> UnlockedAttemptsAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var made = await attempts.FindAsync(email, cancellationToken);
        return made.LockedOutAt(time.GetUtcNow()) is { } until ? throw new RefusedException(new AccountLocked(until)) : made;
    }
}
