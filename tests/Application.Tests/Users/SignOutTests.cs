using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Application.Tests.Users;

public sealed class SignOutTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task Only_this_device_is_signed_out()
    {
        var (desk, phone) = await OnTwoDevicesAsync();

        Assert.True(await _accounts.SendAsync(new SignOut()));

        Assert.Equal((true, false), (desk.EndedAt is not null, phone.EndedAt is not null));
        Assert.Contains(desk.UserId, _accounts.Forgotten);
    }

    [Fact]
    public async Task Everywhere_means_every_device_of_the_viewer_and_nobody_elses()
    {
        var (desk, phone) = await OnTwoDevicesAsync();
        await _accounts.SignUpAsync("ben");

        await _accounts.SendAsync(new SignOut(Everywhere: true));

        Assert.Equal((true, true), (desk.EndedAt is not null, phone.EndedAt is not null));
        Assert.Null(_accounts.Sessions[2].EndedAt);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_cannot_sign_out() =>
        await Assert.ThrowsAsync<NotSignedInException>(() => _accounts.SendAsync(new SignOut()));

    private async Task<(Session Desk, Session Phone)> OnTwoDevicesAsync()
    {
        await _accounts.SignUpAsync("ada");
        await _accounts.SignInAsync("ada");
        var (desk, phone) = (_accounts.Sessions[0], _accounts.Sessions[1]);
        (_accounts.ViewerId, _accounts.ViewerSession) = (desk.UserId, desk.Id);
        return (desk, phone);
    }
}
