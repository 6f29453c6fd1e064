namespace Investr.Domain.Users;

/// <summary>The e-mail, the password or the token is not right; which of them is not told.</summary>
public sealed record InvalidCredentials() : Refusal("INVALID_CREDENTIALS")
{
    /// <inheritdoc/>
    public override string Message => "These credentials are not valid.";
}

/// <summary>Too many wrong passwords in a row.</summary>
/// <param name="Until">When the next attempt is looked at.</param>
public sealed record AccountLocked(DateTimeOffset Until) : Refusal("ACCOUNT_LOCKED")
{
    /// <inheritdoc/>
    public override string Message =>
        FormattableString.Invariant($"Too many attempts. Try again after {Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.");
}

/// <summary>Without this administrator nobody would look after the service.</summary>
public sealed record LastAdministrator() : Refusal("LAST_ADMINISTRATOR")
{
    /// <inheritdoc/>
    public override string Message => "This is the last administrator. Make somebody else one first.";
}

/// <summary>Someone has an account with this e-mail address.</summary>
/// <param name="Email">The address.</param>
public sealed record EmailTaken(EmailAddress Email) : Refusal("EMAIL_TAKEN")
{
    /// <inheritdoc/>
    public override string Message => "There is an account with this e-mail address already.";
}
