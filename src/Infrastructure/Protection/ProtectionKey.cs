using System.Security.Cryptography;
using System.Text;

namespace Investr.Infrastructure.Protection;

/// <summary>The one secret behind personal data. Each use has a key of its own that is derived from it (HKDF, RFC 5869).</summary>
internal sealed class ProtectionKey
{
    public static readonly Secret Secret = new(
        "The key of personal data", "Protection:Key", "Protection:KeyFile", "protection.key", "openssl rand -base64 32", Make, text => Read(text));

    private const int Length = 32;

    private readonly byte[] _secret;

    private ProtectionKey(byte[] secret) => _secret = secret;

    /// <summary>Reads a secret of 32 bytes or more in base64, below a comment or none.</summary>
    /// <exception cref="InvalidDataException">The text is none.</exception>
    public static ProtectionKey Read(string text)
    {
        var base64 = text.Split('\n').LastOrDefault(line => line.Trim() is { Length: > 0 } said && said[0] != '#') ?? "";
        var secret = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, secret, out var length) && length >= Length
            ? new(secret[..length])
            : throw new InvalidDataException("The key of personal data cannot be used: 32 bytes or more in base64 are needed (Protection__Key, Protection__KeyFile).");
    }

    /// <summary>A new secret as text.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key for one use.</summary>
    public byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Length, info: Encoding.UTF8.GetBytes(use));
}
