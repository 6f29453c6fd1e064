using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>The users, newest first. For administrators.</summary>
/// <param name="Search">A part of a name or an e-mail; everybody where it is left out.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListUsers(string? Search, PageRequest Page) : IRequest<Page<User>>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;
}

internal sealed class ListUsersHandler(IUserPages users) : IRequestHandler<ListUsers, Page<User>>
{
    public Task<Page<User>> Handle(ListUsers request, CancellationToken cancellationToken) =>
        users.ListAsync(request.Search, request.Page, cancellationToken);
}
