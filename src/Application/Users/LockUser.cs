using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Signs a user out everywhere and keeps them out, or lets them in again. For administrators.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Locked">Whether they are kept out.</param>
public sealed record LockUser(UserId UserId, bool Locked) : IRequest<User>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(UserId);

    /// <inheritdoc/>
    public string AuditDetail => Locked ? "locked" : "unlocked";
}

internal sealed class LockUserHandler(IUserRepository users, IUserLoader loaded, SessionEnd end) : IRequestHandler<LockUser, User>
{
    public async Task<User> Handle(LockUser request, CancellationToken cancellationToken)
    {
        var user = await end.WithAsync(request.UserId, _ => request.Locked, SetAsync, cancellationToken);
        loaded.ClearCache();
        return user;

        async Task<User> SetAsync()
        {
            var user = await users.RequireInTurnAsync(request.UserId, cancellationToken);
            if (request.Locked) await users.SpareAsync(user, cancellationToken);

            user.SetLocked(request.Locked);
            return user;
        }
    }
}
