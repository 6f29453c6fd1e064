using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>What a password must be: long, and not among those that are tried first.</summary>
/// <remarks>No rules about kinds of characters: they make passwords shorter and notes on monitors longer.</remarks>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 256;

    /// <summary>What is wrong with a new password, each fault as a sentence; nothing where it will do.</summary>
    /// <param name="password">The password.</param>
    /// <param name="email">The e-mail of the account, as it was typed.</param>
    public static IEnumerable<string> FaultsOf(string password, string email)
    {
        if (password.Length < MinLength) yield return $"A password has at least {MinLength} characters.";
        if (password.Length > MaxLength) yield return $"A password has at most {MaxLength} characters.";
        if (CommonPasswords.Contain(password)) yield return "This password is among the first that would be tried.";
        if (IsAbout(email, password)) yield return "The password must not be the e-mail address.";
    }

    private static bool IsAbout(string email, string password) =>
        EmailAddress.TryParse(email, out var address)
        && string.Equals(address.Value, password.Trim(), StringComparison.OrdinalIgnoreCase);
}
