using Investr.Domain.Users;

namespace Investr.Domain.Auditing;

/// <summary>Identifies an entry of the audit log.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct AuditEntryId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static AuditEntryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>How something that was asked for ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>A rule did not allow it, and nothing was changed.</summary>
    Refused,

    /// <summary>It broke off, and nothing was changed.</summary>
    Failed,
}

/// <summary>One entry of the audit log: who asked for what, when, and how it ended. No amount, secret or address is in it.</summary>
public sealed record AuditEntry
{
    /// <summary>Its identity.</summary>
    public required AuditEntryId Id { get; init; }

    /// <summary>Its place in the log, from 1 on and without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked, or was signed in by asking; null for somebody who is not signed in, and for the service itself.</summary>
    public UserId? Actor { get; init; }

    /// <summary>What was asked for, such as recordTransactions.</summary>
    public required string Action { get; init; }

    /// <summary>What it was about: a type, and an identity where it was about one thing, such as Portfolio:0193….</summary>
    public required string Subject { get; init; }

    /// <summary>What else there is to know, such as the roles that were given.</summary>
    public string? Detail { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>Why, where it did not succeed: the code of the refusal or failure.</summary>
    public string? Code { get; init; }

    /// <summary>From where; null where that is not known, or was erased with the account.</summary>
    public AuditOrigin? Origin { get; init; }

    /// <summary>The fingerprint of <see cref="Origin"/>, which stays when that is erased.</summary>
    public required string OriginHash { get; init; }

    /// <summary>Closes the chain up to this entry; see <see cref="AuditChain"/>.</summary>
    public required string Hash { get; init; }
}
