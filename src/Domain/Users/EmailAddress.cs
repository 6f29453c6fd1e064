using System.Diagnostics.CodeAnalysis;

namespace Investr.Domain.Users;

/// <summary>An e-mail address in its normal form: trimmed and in lower case, so that one mailbox makes one account.</summary>
public readonly record struct EmailAddress
{
    /// <summary>The longest address that mail can be sent to (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <summary>The address in its normal form.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an address: a local part, an at sign, and a domain with a dot; no spaces, no display name.</summary>
    /// <param name="text">The text as it was typed.</param>
    /// <param name="address">The address, or the default value.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        var normal = text?.Trim().ToLowerInvariant() ?? "";
        address = IsWellFormed(normal) ? new(normal) : default;
        return address._value is not null;
    }

    /// <summary>Reads an address, which must be well formed.</summary>
    /// <param name="text">The text as it was typed.</param>
    /// <exception cref="RefusedException">It is not an e-mail address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address)
            ? address
            : throw new RefusedException(new ValidationRefusal("email", "This is not an e-mail address."));

    /// <summary>The address in its normal form.</summary>
    public override string ToString() => Value;

    private static bool IsWellFormed(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > MaxLocalLength || at != text.LastIndexOf('@') || text.Length > MaxLength) return false;
        if (text.Any(IsForbidden)) return false;

        var (local, domain) = (text[..at], text[(at + 1)..]);
        return domain.Contains('.', StringComparison.Ordinal) && HasNoEmptyPart(domain) && HasNoEmptyPart(local)
            && domain.Split('.').All(label => !label.StartsWith('-') && !label.EndsWith('-'));
    }

    private static bool IsForbidden(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || "<>()[],;:\\\"".Contains(character, StringComparison.Ordinal);

    private static bool HasNoEmptyPart(string text) => text.Split('.').All(part => part.Length > 0);
}
