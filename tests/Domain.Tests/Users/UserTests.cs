using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Domain.Tests.Users;

public sealed class UserTests
{
    [Fact]
    public void Everybody_is_an_investor_whatever_else_they_are()
    {
        var user = A.User();

        user.SetRoles([Role.Admin]);
        Assert.Equal([Role.Investor, Role.Admin], user.Roles);

        user.SetRoles([]);
        Assert.Equal([Role.Investor], user.Roles);
        Assert.False(user.Is(Role.Admin));
    }

    [Fact]
    public void A_name_is_neither_empty_nor_endless()
    {
        var user = A.User();

        Assert.Throws<RefusedException>(() => user.Rename("  "));
        Assert.Throws<RefusedException>(() => user.Rename(new string('x', User.MaxDisplayNameLength + 1)));
        user.Rename(" Ada ");
        Assert.Equal("Ada", user.DisplayName);
    }
}
