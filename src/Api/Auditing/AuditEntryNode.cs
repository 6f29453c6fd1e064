using Investr.Application.Auditing;
using Investr.Application.Users;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Auditing;

/// <summary>One entry of the audit log. No amount, secret or e-mail is in it, and it is never changed.</summary>
[ObjectType<AuditEntry>(
    BindExplicitly = true,
    Include =
    [
        nameof(AuditEntry.Id), nameof(AuditEntry.At), nameof(AuditEntry.Action), nameof(AuditEntry.Subject), nameof(AuditEntry.Detail),
        nameof(AuditEntry.Code),
    ])]
[Node]
internal static class AuditEntryNode
{
    /// <summary>Who asked, or was signed in by asking; null for nobody, for the service itself, and where the account is gone.</summary>
    public static Task<User?> GetActorAsync([Parent] AuditEntry entry, IUserLoader users, CancellationToken cancellationToken) =>
        entry.Actor is { } id ? users.LoadAsync(id, cancellationToken) : Task.FromResult<User?>(null);

    /// <summary>SUCCEEDED; REFUSED where a rule did not allow it; FAILED where it broke off.</summary>
    public static string GetOutcome([Parent] AuditEntry entry) => entry.Outcome.ToString().ToUpperInvariant();

    /// <summary>The address it was asked from; null where that is not known, or was erased with the account.</summary>
    public static string? GetIpAddress([Parent] AuditEntry entry) => entry.Origin?.Address;

    /// <summary>What the device called itself; null where that is not known, or was erased with the account.</summary>
    public static string? GetUserAgent([Parent] AuditEntry entry) => entry.Origin?.UserAgent;

    [NodeResolver]
    public static Task<AuditEntry?> GetAuditEntryAsync(AuditEntryId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetAuditEntry(id), cancellationToken);
}
