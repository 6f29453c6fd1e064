using Investr.Api.Paging;
using Investr.Api.Users;
using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Auditing;

[QueryType]
internal static class AuditQueries
{
    /// <summary>Who asked for what, when and from where, and how it ended; newest first. ADMIN. Looking is itself told here.</summary>
    /// <param name="actor">Whose entries; those of a deleted account too.</param>
    /// <param name="action">The entries of one action, such as signIn: an action is named like the mutation that asks for it.</param>
    [Authorize(Roles = [RoleNames.Admin])]
    [UsePaging(ConnectionName = "AuditEntries")]
    [GraphQLName("auditLog")]
    public static async Task<Connection<AuditEntry>> GetAuditEntriesAsync(
        PagingArguments page, UserId? actor, string? action, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListAuditEntries(actor, action, page.ToRequest()), cancellationToken)).ToConnection();
}
