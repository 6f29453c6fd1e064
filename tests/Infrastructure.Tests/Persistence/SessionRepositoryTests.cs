using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class SessionRepositoryTests
{
    [Fact]
    public async Task A_session_comes_back_with_the_tokens_it_used()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var (ada, now) = (A.User("ada"), database.Clock.Now);
        var session = Begin(ada, now);
        session.TryRefresh("first", "second", now.AddHours(1), TimeSpan.FromDays(30));
        await AddAsync(database, ada, session);

        var found = await database.InScopeAsync(services =>
            services.GetRequiredService<ISessionRepository>().FindAsync(session.Id, default));

        Assert.NotNull(found);
        Assert.Equal(("second", "a browser", now, now.AddHours(1)), (found.TokenHash, found.UserAgent, found.CreatedAt, found.LastUsedAt));
        Assert.Equal(["first"], found.UsedTokenHashes);
        Assert.Null(found.EndedAt);
    }

    [Fact]
    public async Task Room_is_made_by_removing_what_is_over_and_what_was_not_used_for_longest()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var (ada, ben, now) = (A.User("ada"), A.User("ben"), database.Clock.Now);
        var ended = Begin(ada, now);
        ended.End(now);
        var expired = Begin(ada, now.AddDays(-31));
        Session[] open = [.. Enumerable.Range(0, 100).Select(minute => Begin(ada, now.AddMinutes(-minute)))];
        await AddAsync(database, ben, Begin(ben, now.AddDays(-31)));
        await AddAsync(database, ada, [ended, expired, .. open]);

        await database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<ISessionRepository>().MakeRoomAsync(ada.Id, now, default);
            return true;
        });

        // Of the hundred that are open the ninety-nine used last stay; nothing of another user's goes.
        await using var context = database.Context();
        Assert.Equal(
            open[..99].Select(session => session.Id).ToHashSet(),
            await context.Sessions.Where(session => session.UserId == ada.Id).Select(session => session.Id).ToHashSetAsync());
        Assert.Equal(1, await context.Sessions.CountAsync(session => session.UserId == ben.Id));
    }

    private static Session Begin(User user, DateTimeOffset at) =>
        Session.Begin(user.Id, "first", "a browser", at, TimeSpan.FromDays(30));

    private static async Task AddAsync(TemporaryDatabase database, User user, params Session[] sessions)
    {
        await using var context = database.Context();
        context.Add(user);
        context.AddRange(sessions.AsEnumerable());
        await context.CommitAsync(default);
    }
}
