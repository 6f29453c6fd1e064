using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>The failed attempts to sign in, by e-mail address, whether or not there is an account with it.</summary>
/// <remarks>
/// They are kept apart from the accounts so that an address without one is locked, remembered and forgotten exactly like an
/// address with one.
/// </remarks>
public interface ISignInAttempts
{
    /// <summary>The failures in a row until now.</summary>
    Task<SignInAttempts> FindAsync(EmailAddress email, CancellationToken cancellationToken);

    /// <summary>Counts one more failure, at once and whatever else runs beside it.</summary>
    Task CountFailureAsync(EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Forgets the failures, after a success.</summary>
    Task ForgetAsync(EmailAddress email, CancellationToken cancellationToken);
}
