using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Somebody else's account; null where there is none. For administrators.</summary>
/// <param name="Id">The user.</param>
public sealed record GetUser(UserId Id) : IRequest<User?>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(Id);
}

internal sealed class GetUserHandler(IUserLoader users) : IRequestHandler<GetUser, User?>
{
    public Task<User?> Handle(GetUser request, CancellationToken cancellationToken) => users.LoadAsync(request.Id, cancellationToken);
}
