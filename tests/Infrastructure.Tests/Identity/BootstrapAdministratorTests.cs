using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Identity;

public sealed class BootstrapAdministratorTests
{
    private static readonly (string, string)[] Settings =
        [("Bootstrap:Admin:Email", "root@example.com"), ("Bootstrap:Admin:Password", "the first of many")];

    [Fact]
    public async Task The_first_administrator_is_made_at_start_and_can_sign_in()
    {
        await using var database = await AccountsHost.CreateAsync(Settings);

        var tokens = await database.SendAsync(new SignIn("root@example.com", "the first of many"));

        Assert.Equal([Role.Investor, Role.Admin], tokens.User.Roles);
    }

    [Fact]
    public async Task An_account_that_is_there_is_left_as_it_is()
    {
        await using var database = await AccountsHost.CreateAsync(Settings);
        await ChangeAsync(database, user => user.ChangePassword("another hash"));

        await StartAgainAsync(database);

        await using var context = database.Context();
        Assert.Equal("another hash", (await context.Users.SingleAsync()).PasswordHash);
    }

    [Fact]
    public async Task Without_the_settings_nobody_is_made()
    {
        await using var database = await AccountsHost.CreateAsync();

        await using var context = database.Context();
        Assert.Empty(await context.Users.ToListAsync());
    }

    private static async Task ChangeAsync(TemporaryDatabase database, Action<User> change)
    {
        await using var context = database.Context();
        change(await context.Users.SingleAsync());
        await context.CommitAsync(default);
    }

    private static Task<bool> StartAgainAsync(TemporaryDatabase database) => database.InScopeAsync(async services =>
    {
        foreach (var step in services.GetServices<IStartupStep>()) await step.RunAsync(default);
        return true;
    });
}
