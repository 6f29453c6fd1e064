using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class UserRepository(InvestrDbContext context) : IUserRepository
{
    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    public Task<User?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.Email == email, cancellationToken);

    public void Add(User user) => context.Users.Add(user);
}
