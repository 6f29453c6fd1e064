using Investr.Application;
using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Paging;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class UserPages(IDbContextFactory<InvestrDbContext> contexts) : IUserPages
{
    // Identities are ordered by the time at which they were made.
    private static readonly Keyset<User> NewestFirst = Keyset<User>.By(user => user.Id, descending: true);

    public async Task<Page<User>> ListAsync(string? search, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        var users = context.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{LikePattern.Literally(search.Trim())}%";
            users = users.Where(user =>
                EF.Functions.Like(user.DisplayName, pattern, LikePattern.Escape)
                || EF.Functions.Like((string)(object)user.Email, pattern, LikePattern.Escape));
        }

        return await users.ToPageAsync(page, NewestFirst, cancellationToken);
    }
}
