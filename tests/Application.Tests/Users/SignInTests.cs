using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Application.Tests.Users;

public sealed class SignInTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task The_right_password_begins_a_session()
    {
        await _accounts.SignUpAsync("ada");

        var tokens = await _accounts.SignInAsync("ada");

        Assert.Equal("ada", tokens.User.DisplayName);
        Assert.Equal(2, _accounts.Sessions.Count);
    }

    [Theory]
    [InlineData("ada", "the wrong password")]
    [InlineData("nobody", Accounts.Password)]
    public async Task A_wrong_password_and_an_unknown_address_take_the_same_work_and_get_the_same_answer(string name, string password)
    {
        await _accounts.SignUpAsync("ada");

        var refusal = await _accounts.RefusalOfAsync(new SignIn($"{name}@example.com", password));

        Assert.Equal(new InvalidCredentials(), refusal);
        Assert.Equal(1, _accounts.Verifications);
    }

    [Fact]
    public async Task A_user_whom_an_administrator_keeps_out_gets_the_same_answer_too()
    {
        var tokens = await _accounts.SignUpAsync("ada");
        tokens.User.SetLocked(true);

        Assert.Equal(new InvalidCredentials(), await _accounts.RefusalOfAsync(new SignIn("ada@example.com", Accounts.Password)));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("nobody")]
    public async Task Waits_grow_with_failures_whether_or_not_there_is_an_account(string name)
    {
        await _accounts.SignUpAsync("ada");
        var wrong = new SignIn($"{name}@example.com", "the wrong password");

        for (var i = 0; i < 5; i++) Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(wrong));

        // The fifth brought a minute.
        Assert.Equal(new AccountLocked(_accounts.Clock.Now.AddMinutes(1)), await _accounts.RefusalOfAsync(wrong));
        Assert.Equal(5, _accounts.Verifications);

        // The sixth, once the minute is over, brings two.
        _accounts.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(wrong));
        Assert.Equal(new AccountLocked(_accounts.Clock.Now.AddMinutes(2)), await _accounts.RefusalOfAsync(wrong));
    }

    [Fact]
    public async Task The_right_password_does_not_help_while_the_wait_lasts_and_ends_the_count_after_it()
    {
        await _accounts.SignUpAsync("ada");
        for (var i = 0; i < 5; i++) await _accounts.RefusalOfAsync(new SignIn("ada@example.com", "the wrong password"));

        Assert.IsType<AccountLocked>(await _accounts.RefusalOfAsync(new SignIn("ada@example.com", Accounts.Password)));

        _accounts.Clock.Advance(TimeSpan.FromMinutes(1));
        await _accounts.SignInAsync("ada");

        // Four more are free again.
        for (var i = 0; i < 4; i++) await _accounts.RefusalOfAsync(new SignIn("ada@example.com", "the wrong password"));
        await _accounts.SignInAsync("ada");
    }

    [Fact]
    public async Task What_is_not_an_address_is_refused_like_an_unknown_one() =>
        Assert.IsType<InvalidCredentials>(await _accounts.RefusalOfAsync(new SignIn("nobody", Accounts.Password)));

    [Fact]
    public async Task A_weak_hash_is_renewed()
    {
        var tokens = await _accounts.SignUpAsync("ada");
        tokens.User.ChangePassword($"weak {Accounts.Password}");

        await _accounts.SignInAsync("ada");

        Assert.Equal($"hashed {Accounts.Password}", tokens.User.PasswordHash);
    }
}
