using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>
/// Checks passwords alike, and with the same work, whether the address has no account, the password is wrong or an administrator
/// keeps the user out: who asks learns nothing about accounts that are not theirs. Failures bring a wait that grows.
/// </summary>
internal sealed class PasswordProof(ISignInAttempts attempts, IPasswordHasher passwords, AuditNote note, TimeProvider time)
{
    /// <summary>The user, whose password this is. A hash that is weaker than new ones are is renewed with the caller's commit.</summary>
    /// <param name="email">The address of the account.</param>
    /// <param name="user">Who has it; null where there is no account.</param>
    /// <param name="password">The password that was typed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RefusedException">It is another password, or nobody's, or too many were wrong.</exception>
    public async Task<User> OfAsync(EmailAddress email, User? user, string password, CancellationToken cancellationToken)
    {
        if (user is not null) note.Concerns(AuditSubject.Of(user.Id));
        await UnlockedAttemptsAsync(email, cancellationToken);
        var match = passwords.Verify(user?.PasswordHash ?? passwords.HashOfNothing, password);

        // Asked again, because many guesses may have been made side by side while this one was compared.
        var made = await UnlockedAttemptsAsync(email, cancellationToken);

        if (user is null || user.IsLocked || match == PasswordMatch.Wrong)
        {
            await attempts.CountFailureAsync(email, time.GetUtcNow(), cancellationToken);
            throw new RefusedException(new InvalidCredentials());
        }

        if (made.Failures > 0) await attempts.ForgetAsync(email, cancellationToken);
        if (match == PasswordMatch.RightButWeak) user.ChangePassword(passwords.Hash(password));
        return user;
    }

    private async Task<SignInAttempts> UnlockedAttemptsAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var made = await attempts.FindAsync(email, cancellationToken);
        return made.LockedOutAt(time.GetUtcNow()) is { } until ? throw new RefusedException(new AccountLocked(until)) : made;
    }
}
