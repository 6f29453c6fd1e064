using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Somebody else's account; null where there is none, and for all but administrators.</summary>
/// <param name="Id">The user.</param>
public sealed record GetUser(UserId Id) : IRequest<User?>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(Id);
}

internal sealed class GetUserHandler(IUserLoader users, IViewer viewer) : IRequestHandler<GetUser, User?>
{
    public Task<User?> Handle(GetUser request, CancellationToken cancellationToken) =>
        viewer.IsIn(Role.Admin) ? users.LoadAsync(request.Id, cancellationToken) : Task.FromResult<User?>(null);
}
