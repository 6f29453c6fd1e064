using Investr.Application.Users;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using Investr.Infrastructure.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Identity;

public sealed class SignedInTests
{
    [Fact]
    public async Task An_open_session_is_asked_for_once_in_ten_seconds()
    {
        await using var database = await AccountsHost.CreateAsync();
        var session = await SignUpAsync(database);
        database.Statements.Reset();

        for (var i = 0; i < 100; i++) Assert.True(await IsSignedInAsync(database, session));
        Assert.Equal(1, database.Statements.Count);

        database.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await IsSignedInAsync(database, session));
        Assert.Equal(2, database.Statements.Count);
    }

    [Fact]
    public async Task A_token_used_twice_shuts_the_device_out_at_once()
    {
        await using var database = await AccountsHost.CreateAsync();
        var tokens = await database.SendAsync(new SignUp("ada@example.com", "a long enough one", "Ada", Currency.Eur));
        var session = await OnlySessionAsync(database);
        Assert.True(await IsSignedInAsync(database, session));

        await database.SendAsync(new RefreshTokens(tokens.RefreshToken));
        await Assert.ThrowsAsync<Domain.RefusedException>(() => database.SendAsync(new RefreshTokens(tokens.RefreshToken)));

        Assert.False(await IsSignedInAsync(database, session));
    }

    [Fact]
    public async Task A_user_who_is_kept_out_is_not_signed_in()
    {
        await using var database = await AccountsHost.CreateAsync();
        var session = await SignUpAsync(database);
        await using (var context = database.Context())
        {
            (await context.Users.SingleAsync()).SetLocked(true);
            await context.CommitAsync(default);
        }

        Assert.False(await IsSignedInAsync(database, session));
    }

    [Fact]
    public async Task A_session_counts_for_its_own_user_alone()
    {
        await using var database = await AccountsHost.CreateAsync();
        var session = await SignUpAsync(database);
        Assert.True(await IsSignedInAsync(database, session));

        var check = database.Services.GetRequiredService<ISignedIn>();
        Assert.Null(await check.RolesOfAsync(UserId.New(database.Clock.Now), session.Id, default));
        Assert.Null(await check.RolesOfAsync(session.UserId, SessionId.New(database.Clock.Now), default));
    }

    private static async Task<Session> SignUpAsync(TemporaryDatabase database)
    {
        await database.SendAsync(new SignUp("ada@example.com", "a long enough one", "Ada", Currency.Eur));
        return await OnlySessionAsync(database);
    }

    private static async Task<Session> OnlySessionAsync(TemporaryDatabase database)
    {
        await using var context = database.Context();
        return await context.Sessions.AsNoTracking().SingleAsync();
    }

    private static async Task<bool> IsSignedInAsync(TemporaryDatabase database, Session session) =>
        await database.Services.GetRequiredService<ISignedIn>().RolesOfAsync(session.UserId, session.Id, default) is not null;
}
