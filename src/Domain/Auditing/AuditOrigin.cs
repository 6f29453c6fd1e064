using System.Security.Cryptography;
using System.Text;

namespace Investr.Domain.Auditing;

/// <summary>From where something was asked for: the one part of an audit entry that is about a person, and can be erased.</summary>
/// <param name="Salt">Something random, so that nobody finds the origin again by hashing every address there is.</param>
/// <param name="Address">The address of the network.</param>
/// <param name="UserAgent">What the device called itself.</param>
public sealed record AuditOrigin(string Salt, string? Address, string? UserAgent)
{
    private const int SaltBytes = 16;
    private const char EndOfPart = '\u001f';

    /// <summary>The longest that is kept of what a device calls itself.</summary>
    public const int LongestUserAgent = 256;

    /// <summary>The fingerprint of an origin that is not known.</summary>
    public const string HashOfNone = "";

    /// <summary>An origin with a salt of its own.</summary>
    /// <param name="address">The address of the network.</param>
    /// <param name="userAgent">What the device called itself.</param>
    public static AuditOrigin Of(string? address, string? userAgent) => new(
        Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)),
        address,
        userAgent?.Length > LongestUserAgent ? userAgent[..LongestUserAgent] : userAgent);

    /// <summary>The fingerprint: SHA-256 over the salt and what is told, in hexadecimal digits.</summary>
    public string Hash() =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}{EndOfPart}{Address}{EndOfPart}{UserAgent}")));
}
