using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Gives a user exactly these roles, and INVESTOR in any case. For administrators.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Roles">The roles.</param>
public sealed record SetUserRoles(UserId UserId, IReadOnlyList<Role> Roles) : IRequest<User>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(UserId);

    /// <inheritdoc/>
    public string AuditDetail => string.Join(", ", Roles.Select(TokenClaims.NameOf));
}

internal sealed class SetUserRolesHandler(IUserRepository users, IUserLoader loaded, ISignedIn signedIn, IUnitOfWork work)
    : IRequestHandler<SetUserRoles, User>
{
    public async Task<User> Handle(SetUserRoles request, CancellationToken cancellationToken)
    {
        var user = await users.RequireInTurnAsync(request.UserId, cancellationToken);
        if (!request.Roles.Contains(Role.Admin)) await users.SpareAsync(user, cancellationToken);

        user.SetRoles(request.Roles);
        await work.CommitAsync(cancellationToken);

        loaded.ClearCache();
        signedIn.Forget(user.Id);
        return user;
    }
}
