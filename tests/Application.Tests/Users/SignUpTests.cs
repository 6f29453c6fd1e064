using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Users;

namespace Investr.Application.Tests.Users;

public sealed class SignUpTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task An_account_is_opened_and_signed_in()
    {
        var tokens = await _accounts.SendAsync(new SignUp(" Ada@Example.com ", Accounts.Password, "Ada", Currency.Chf));

        var user = Assert.Single(_accounts.Users);
        Assert.Equal(("ada@example.com", "Ada", Currency.Chf), (user.Email.Value, user.DisplayName, user.BaseCurrency));
        Assert.Equal([Role.Investor], user.Roles);
        Assert.Equal($"hashed {Accounts.Password}", user.PasswordHash);

        var session = Assert.Single(_accounts.Sessions);
        Assert.Same(user, tokens.User);
        Assert.Equal((user.Id, "a browser"), (session.UserId, session.UserAgent));
        Assert.Equal(session.ExpiresAt, tokens.RefreshTokenExpiresAt);
        Assert.DoesNotContain(tokens.RefreshToken, session.TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_field()
    {
        var refusal = await _accounts.RefusalOfAsync(new SignUp("nobody", "short", " ", Currency.None));

        var faults = Assert.IsType<ValidationRefusal>(refusal).Faults;
        Assert.Equal(["email", "password", "displayName", "baseCurrency"], faults.Select(fault => Assert.Single(fault.Path)));
        Assert.Empty(_accounts.Users);
    }

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("Password12345")]
    [InlineData("QWERTYUIOP123")]
    [InlineData("ADA@example.com")]
    [InlineData("P@ssw0rd2031!")]
    [InlineData("!!Welcome1987")]
    [InlineData("890123456789")]
    [InlineData("lkjihgfedcba")]
    [InlineData("zzzzzzzzzzzzz")]
    [InlineData("horsehorsehorse")]
    [InlineData("1qaz2wsx3edc")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password)
    {
        var refusal = await _accounts.RefusalOfAsync(new SignUp("ada@example.com", password, "Ada", Currency.Usd));

        Assert.Equal(["password"], Assert.Single(Assert.IsType<ValidationRefusal>(refusal).Faults).Path);
    }

    [Theory]
    [InlineData("monkey-8213975520464")]
    [InlineData("welcome to the cellar")]
    [InlineData("135792468024")]
    [InlineData("zażółć gęślą jaźń")]
    public async Task A_password_that_only_begins_like_a_common_one_will_do(string password) =>
        Assert.NotNull(await _accounts.SendAsync(new SignUp("ada@example.com", password, "Ada", Currency.Usd)));

    [Fact]
    public async Task A_password_may_be_long_but_not_endless()
    {
        await _accounts.SendAsync(new SignUp("ada@example.com", new string('é', 255) + "x", "Ada", Currency.Usd));

        var refusal = await _accounts.RefusalOfAsync(new SignUp("ben@example.com", new string('é', 256) + "x", "Ben", Currency.Usd));
        Assert.IsType<ValidationRefusal>(refusal);
    }

    [Fact]
    public async Task One_address_has_one_account_however_it_is_written()
    {
        await _accounts.SignUpAsync("ada");

        var refusal = await _accounts.RefusalOfAsync(new SignUp("ADA@EXAMPLE.COM", Accounts.Password, "Another", Currency.Usd));

        Assert.Equal(new EmailTaken(EmailAddress.Parse("ada@example.com")), refusal);
        Assert.Single(_accounts.Sessions);
    }

    [Fact]
    public void What_is_secret_does_not_show_in_a_log() =>
        Assert.Equal("SignUp", new SignUp("ada@example.com", Accounts.Password, "Ada", Currency.Usd).ToString());
}
