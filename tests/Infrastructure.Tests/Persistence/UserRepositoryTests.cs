using Investr.Application;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Users;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class UserRepositoryTests
{
    [Fact]
    public async Task A_user_comes_back_as_they_were()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var ada = A.User("ada", database.Clock.Now);
        ada.SetRoles([Role.Admin]);
        await AddAsync(database, ada);

        var found = await database.InScopeAsync(services =>
            services.GetRequiredService<IUserRepository>().FindByEmailAsync(EmailAddress.Parse(" ADA@example.com"), default));

        Assert.NotNull(found);
        Assert.Equal(
            (ada.Id, ada.Email, ada.DisplayName, ada.PasswordHash, ada.BaseCurrency, ada.CreatedAt),
            (found.Id, found.Email, found.DisplayName, found.PasswordHash, found.BaseCurrency, found.CreatedAt));
        Assert.Equal([Role.Investor, Role.Admin], found.Roles);
    }

    [Fact]
    public async Task A_change_of_roles_is_seen_and_written()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var ada = A.User("ada");
        await AddAsync(database, ada);

        await database.InScopeAsync(async services =>
        {
            var user = await services.GetRequiredService<IUserRepository>().FindAsync(ada.Id, default);
            user!.SetRoles([Role.Analyst]);
            await services.GetRequiredService<IUnitOfWork>().CommitAsync(default);
            return user;
        });

        await using var context = database.Context();
        Assert.Equal([Role.Investor, Role.Analyst], (await context.Users.SingleAsync()).Roles);
    }

    [Fact]
    public async Task A_second_account_for_an_address_is_refused_by_the_database()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await AddAsync(database, A.User("ada"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => AddAsync(database, A.User("ada")));

        Assert.Equal(new EmailTaken(EmailAddress.Parse("ada@example.com")), refused.Refusal);
    }

    [Fact]
    public async Task Users_are_loaded_by_identity_in_one_statement()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        User[] users = [A.User("ada"), A.User("ben"), A.User("eve")];
        foreach (var user in users) await AddAsync(database, user);
        database.Statements.Reset();

        await using var scope = database.Scope();
        var loader = scope.ServiceProvider.GetRequiredService<IUserLoader>();
        var found = await loader.LoadAsync([.. users.Select(user => user.Id)]);

        Assert.Equal(["ada", "ben", "eve"], found.Select(user => user!.DisplayName));
        Assert.Equal(1, database.Statements.Count);
    }

    private static Task<bool> AddAsync(TemporaryDatabase database, User user) => database.InScopeAsync(async services =>
    {
        services.GetRequiredService<IUserRepository>().Add(user);
        await services.GetRequiredService<IUnitOfWork>().CommitAsync(default);
        return true;
    });
}
