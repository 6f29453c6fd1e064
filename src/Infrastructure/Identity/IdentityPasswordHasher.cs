using System.Security.Cryptography;
using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Investr.Infrastructure.Identity;

/// <summary>Passwords by ASP.NET Core Identity's hasher: PBKDF2 with HMAC-SHA512, salted, its cost written in each hash.</summary>
internal sealed class IdentityPasswordHasher(IPasswordHasher<User> hasher) : IPasswordHasher
{
    // Identity's interface asks for the user but its hasher does not look at them.
    private static readonly User Nobody = null!;

    // Made at once and not when the first unknown address asks for it: that one would take twice as long.
    public string HashOfNothing { get; } =
        hasher.HashPassword(Nobody, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public PasswordMatch Verify(string hash, string password) => hasher.VerifyHashedPassword(Nobody, hash, password) switch
    {
        PasswordVerificationResult.Success => PasswordMatch.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.RightButWeak,
        _ => PasswordMatch.Wrong,
    };
}
