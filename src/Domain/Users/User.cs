using Investr.Domain.Monetary;

namespace Investr.Domain.Users;

/// <summary>Identifies a user.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct UserId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static UserId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>What a user may do beyond what is their own.</summary>
public enum Role
{
    /// <summary>Owns portfolios. Every account has it.</summary>
    Investor,

    /// <summary>Looks after reference data: the asset catalogue, manual prices, exchange rates.</summary>
    Analyst,

    /// <summary>Looks after the service: accounts, roles, jobs, the audit log.</summary>
    Admin,
}

/// <summary>A person with an account.</summary>
public sealed class User
{
    /// <summary>The longest name that can be shown.</summary>
    public const int MaxDisplayNameLength = 100;

    private List<Role> _roles = [Role.Investor];

    private User(UserId id, EmailAddress email, string displayName, string passwordHash, Currency baseCurrency, DateTimeOffset createdAt)
    {
        Id = id;
        Email = email;
        DisplayName = displayName;
        PasswordHash = passwordHash;
        BaseCurrency = baseCurrency;
        CreatedAt = createdAt;
    }

    /// <summary>Their identity.</summary>
    public UserId Id { get; private set; }

    /// <summary>The address with which they sign in, unique among users.</summary>
    public EmailAddress Email { get; private set; }

    /// <summary>The name that others see.</summary>
    public string DisplayName { get; private set; }

    /// <summary>The password, hashed by whoever made it; never the password itself.</summary>
    public string PasswordHash { get; private set; }

    /// <summary>The currency in which amounts across portfolios are shown to them.</summary>
    public Currency BaseCurrency { get; private set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Their roles, always <see cref="Role.Investor"/> among them.</summary>
    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>Whether an administrator keeps them out.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>Opens an account.</summary>
    /// <param name="email">The address with which they will sign in.</param>
    /// <param name="displayName">The name that others see.</param>
    /// <param name="passwordHash">The hash of their password.</param>
    /// <param name="baseCurrency">The currency in which amounts across portfolios are shown.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="RefusedException">The name is empty or too long.</exception>
    public static User SignUp(EmailAddress email, string displayName, string passwordHash, Currency baseCurrency, DateTimeOffset now) =>
        new(UserId.New(now), email, CheckedName(displayName), passwordHash, baseCurrency, now);

    /// <summary>Whether they may do what this role may.</summary>
    /// <param name="role">The role.</param>
    public bool Is(Role role) => _roles.Contains(role);

    /// <summary>Gives exactly these roles, and <see cref="Role.Investor"/> in any case.</summary>
    /// <param name="roles">The roles.</param>
    public void SetRoles(IEnumerable<Role> roles) => _roles = [.. roles.Append(Role.Investor).Distinct().Order()];

    /// <summary>Changes the name that others see.</summary>
    /// <param name="displayName">The new name.</param>
    /// <exception cref="RefusedException">The name is empty or too long.</exception>
    public void Rename(string displayName) => DisplayName = CheckedName(displayName);

    /// <summary>Changes the currency in which amounts across portfolios are shown.</summary>
    /// <param name="currency">The new currency.</param>
    public void UseCurrency(Currency currency) => BaseCurrency = currency;

    /// <summary>Changes the password.</summary>
    /// <param name="passwordHash">The hash of the new one.</param>
    public void ChangePassword(string passwordHash) => PasswordHash = passwordHash;

    /// <summary>Keeps them out, or lets them in again.</summary>
    /// <param name="locked">Whether they are kept out.</param>
    public void SetLocked(bool locked) => IsLocked = locked;

    /// <summary>Why a name cannot be shown, as a sentence; null where it can.</summary>
    /// <param name="displayName">The name as it was typed.</param>
    public static string? FaultOfName(string displayName) => displayName.Trim().Length switch
    {
        0 => "A name is needed.",
        > MaxDisplayNameLength => $"A name has at most {MaxDisplayNameLength} characters.",
        _ => null,
    };

    private static string CheckedName(string name) =>
        FaultOfName(name) is { } fault ? throw new RefusedException(new ValidationRefusal("displayName", fault)) : name.Trim();
}
