using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.Tests.Identity;

public sealed class IdentityPasswordHasherTests
{
    private readonly IdentityPasswordHasher _hasher = WithIterations(1_000);

    [Fact]
    public void A_password_matches_its_hash_and_no_other()
    {
        var hash = _hasher.Hash("a long enough one");

        Assert.Equal(PasswordMatch.Right, _hasher.Verify(hash, "a long enough one"));
        Assert.Equal(PasswordMatch.Wrong, _hasher.Verify(hash, "A long enough one"));
        Assert.NotEqual(hash, _hasher.Hash("a long enough one"));
    }

    [Fact]
    public void A_hash_made_with_less_work_is_to_be_renewed() =>
        Assert.Equal(PasswordMatch.RightButWeak, _hasher.Verify(WithIterations(999).Hash("a long enough one"), "a long enough one"));

    [Fact]
    public void Comparing_with_the_hash_of_nothing_is_as_dear_as_with_any_other()
    {
        // The cost is written in the hash itself: format, function, iterations and length of the salt, 13 bytes in all.
        Assert.Equal(
            Convert.FromBase64String(_hasher.Hash("a long enough one"))[..13],
            Convert.FromBase64String(_hasher.HashOfNothing)[..13]);
        Assert.Equal(PasswordMatch.Wrong, _hasher.Verify(_hasher.HashOfNothing, ""));
    }

    private static IdentityPasswordHasher WithIterations(int iterations) =>
        new(new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = iterations })));
}
