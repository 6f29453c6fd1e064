using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Application.Tests.Users;

public sealed class RefreshTokensTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task A_refresh_token_gives_a_new_pair_of_the_same_session()
    {
        var first = await _accounts.SignUpAsync();
        _accounts.Clock.Advance(TimeSpan.FromDays(29));

        var second = await _accounts.SendAsync(new RefreshTokens(first.RefreshToken));

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal(_accounts.Clock.Now.AddDays(30), second.RefreshTokenExpiresAt);
        Assert.Equal(_accounts.Clock.Now, Assert.Single(_accounts.Sessions).LastUsedAt);
    }

    [Fact]
    public async Task A_token_used_twice_ends_the_session_for_whoever_has_the_newer_one()
    {
        var first = await _accounts.SignUpAsync();
        var second = await _accounts.SendAsync(new RefreshTokens(first.RefreshToken));

        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(first.RefreshToken)));

        Assert.NotNull(Assert.Single(_accounts.Sessions).EndedAt);
        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(second.RefreshToken)));
        Assert.Contains(first.User.Id, _accounts.Forgotten);
    }

    [Fact]
    public async Task A_token_that_was_never_given_ends_nothing()
    {
        var tokens = await _accounts.SignUpAsync();
        var forged = new RefreshToken(Assert.Single(_accounts.Sessions).Id, RefreshToken.NewSecret());

        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(forged.ToString())));

        await _accounts.SendAsync(new RefreshTokens(tokens.RefreshToken));
    }

    [Fact]
    public async Task An_old_token_is_refused()
    {
        var tokens = await _accounts.SignUpAsync();
        _accounts.Clock.Advance(TimeSpan.FromDays(30));

        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(tokens.RefreshToken)));
    }

    [Fact]
    public async Task A_user_who_is_kept_out_gets_no_new_tokens()
    {
        var tokens = await _accounts.SignUpAsync();
        tokens.User.SetLocked(true);

        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(tokens.RefreshToken)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_not_a_token_of_ours_is_refused(string text) =>
        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new RefreshTokens(text)));
}
