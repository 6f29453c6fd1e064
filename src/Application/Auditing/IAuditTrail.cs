using Investr.Domain.Auditing;
using Investr.Domain.Users;

namespace Investr.Application.Auditing;

/// <summary>The audit log. Entries are added and never changed.</summary>
public interface IAuditTrail
{
    /// <summary>Writes a note by itself, at once: what it tells of changed nothing.</summary>
    Task WriteAsync(AuditNote note, CancellationToken cancellationToken);

    /// <summary>
    /// Erases, with the next commit, from where a person asked for things, and from where things were asked for about them.
    /// </summary>
    Task EraseOriginsAsync(UserId person, CancellationToken cancellationToken);
}

/// <summary>The audit log, to look at.</summary>
public interface IAuditPages
{
    /// <summary>The entries, newest first; of one actor or action where that is given.</summary>
    Task<Page<AuditEntry>> ListAsync(UserId? actor, string? action, PageRequest page, CancellationToken cancellationToken);

    /// <summary>An entry; null where there is none.</summary>
    Task<AuditEntry?> FindAsync(AuditEntryId id, CancellationToken cancellationToken);
}

/// <summary>Tells whether the audit log is what was written.</summary>
public interface IAuditVerifier
{
    /// <summary>Reads the whole log.</summary>
    Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken);
}
