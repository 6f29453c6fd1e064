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
            var found = await FindAsync(users, search.Trim(), cancellationToken);
            users = users.Where(user => EF.Parameter(found).Contains(user.Id));
        }

        return await users.ToPageAsync(page, NewestFirst, cancellationToken);
    }

    // Names and addresses are sealed in the database, so they are looked through here.
    private static async Task<UserId[]> FindAsync(IQueryable<User> users, string text, CancellationToken cancellationToken) =>
        await users.Select(user => new { user.Id, user.DisplayName, user.Email }).AsAsyncEnumerable()
            .Where(user => Has(user.DisplayName, text) || Has(user.Email.Value, text))
            .Select(user => user.Id)
            .ToArrayAsync(cancellationToken);

    private static bool Has(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
