using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Domain.Tests.Users;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Noon = new(2024, 6, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public void A_token_works_once_and_gives_the_next()
    {
        var session = Begun();

        Assert.True(session.TryRefresh("first", "second", Noon.AddDays(1), Month));
        Assert.True(session.TryRefresh("second", "third", Noon.AddDays(2), Month));

        // Two days after noon, and a month more.
        Assert.Equal(Noon.AddDays(32), session.ExpiresAt);
        Assert.Equal(Noon.AddDays(2), session.LastUsedAt);
    }

    [Fact]
    public void A_token_used_twice_ends_the_family()
    {
        var session = Begun();
        session.TryRefresh("first", "second", Noon.AddDays(1), Month);

        Assert.False(session.TryRefresh("first", "stolen", Noon.AddDays(2), Month));

        Assert.Equal(Noon.AddDays(2), session.EndedAt);
        Assert.False(session.TryRefresh("second", "third", Noon.AddDays(2), Month));
    }

    [Fact]
    public void An_unknown_token_changes_nothing()
    {
        var session = Begun();

        Assert.False(session.TryRefresh("guessed", "second", Noon, Month));
        Assert.True(session.IsActive(Noon));
    }

    [Fact]
    public void After_its_time_a_token_is_of_no_use()
    {
        var session = Begun();

        Assert.True(session.IsActive(Noon.AddDays(30).AddTicks(-1)));
        Assert.False(session.TryRefresh("first", "second", Noon.AddDays(30), Month));
    }

    [Fact]
    public void Only_the_newest_used_tokens_are_remembered()
    {
        var session = Begun();
        session.TryRefresh("first", "token 1", Noon, Month);
        for (var i = 1; i <= 100; i++) session.TryRefresh($"token {i}", $"token {i + 1}", Noon, Month);

        // 101 were used and 100 are remembered: the first is refused like one that never was, the second ends the session.
        Assert.Equal(100, session.UsedTokenHashes.Count);
        Assert.False(session.TryRefresh("first", "next", Noon, Month));
        Assert.True(session.IsActive(Noon));
        Assert.False(session.TryRefresh("token 1", "next", Noon, Month));
        Assert.False(session.IsActive(Noon));
    }

    private static Session Begun() => Session.Begin(A.UserId("ada"), "first", "a browser", Noon, Month);
}
