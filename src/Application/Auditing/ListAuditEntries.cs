using Investr.Domain.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Auditing;

/// <summary>The audit log, newest first. For administrators; the look itself is told in the log.</summary>
/// <param name="Actor">Whose entries; everybody's where it is left out.</param>
/// <param name="Action">The entries of one action; of all where it is left out.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListAuditEntries(UserId? Actor, string? Action, PageRequest Page) : IRequest<Page<AuditEntry>>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.AuditEntries;
}

internal sealed class ListAuditEntriesHandler(IAuditPages entries) : IRequestHandler<ListAuditEntries, Page<AuditEntry>>
{
    public Task<Page<AuditEntry>> Handle(ListAuditEntries request, CancellationToken cancellationToken) =>
        entries.ListAsync(request.Actor, request.Action, request.Page, cancellationToken);
}

/// <summary>One entry of the audit log; null where there is none, and for all but administrators.</summary>
/// <param name="Id">The entry.</param>
public sealed record GetAuditEntry(AuditEntryId Id) : IRequest<AuditEntry?>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(Id);
}

internal sealed class GetAuditEntryHandler(IAuditPages entries, IViewer viewer) : IRequestHandler<GetAuditEntry, AuditEntry?>
{
    public Task<AuditEntry?> Handle(GetAuditEntry request, CancellationToken cancellationToken) =>
        viewer.IsIn(Role.Admin) ? entries.FindAsync(request.Id, cancellationToken) : Task.FromResult<AuditEntry?>(null);
}
