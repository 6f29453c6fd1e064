using Investr.Domain;
using Investr.Domain.Users;

namespace Investr.Application.Users;

internal static class Administrators
{
    /// <summary>Sees to it that somebody looks after the service when this user no longer does; to be asked in turn.</summary>
    /// <exception cref="RefusedException">They are the last administrator who is not kept out.</exception>
    public static async Task SpareAsync(this IUserRepository users, User user, CancellationToken cancellationToken)
    {
        if (user.Is(Role.Admin) && !user.IsLocked && !await users.HasAnotherAdministratorAsync(user.Id, cancellationToken))
            throw new RefusedException(new LastAdministrator());
    }

    /// <summary>A user, for an administrator to change.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<User> RequireInTurnAsync(this IUserRepository users, UserId id, CancellationToken cancellationToken) =>
        await users.FindInTurnAsync(id, cancellationToken) ?? throw new RefusedException(new NotFound("account"));
}
