using Investr.Domain.Users;

namespace Investr.Domain.Portfolios;

/// <summary>An entry was taken out of a ledger, with nothing in its place; kept beside the entry, which stays to be read.</summary>
/// <param name="Entry">The entry that counts no longer.</param>
/// <param name="At">When it was taken out.</param>
/// <param name="By">Who took it out; null where the account is gone.</param>
/// <param name="Reason">Why, if they said.</param>
public sealed record Voiding(TransactionId Entry, DateTimeOffset At, UserId? By, string? Reason)
{
    /// <summary>The longest reason.</summary>
    public const int MaxReasonLength = 1_000;
}
