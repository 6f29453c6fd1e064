using System.Buffers.Text;
using System.Security.Cryptography;
using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>
/// A refresh token: the session it belongs to, so that the session is found by its key, and 256 random bits, of which only the
/// hash is stored. They need no slow hash: there is nothing to guess in them.
/// </summary>
internal readonly record struct RefreshToken(SessionId Session, string Secret)
{
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    /// <summary>What is stored of the token.</summary>
    public string Hash => HashOf(Secret);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string HashOf(string secret) => Base64Url.EncodeToString(SHA256.HashData(Base64Url.DecodeFromChars(secret)));

    /// <summary>Reads a token; null where the text is none.</summary>
    public static RefreshToken? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        if (text.Length > 100 || !Base64Url.IsValid(text, out var length) || length != bytes.Length) return null;

        Base64Url.DecodeFromChars(text, bytes);
        return new(new(new Guid(bytes[..IdBytes], bigEndian: true)), Base64Url.EncodeToString(bytes[IdBytes..]));
    }

    /// <summary>The token as it is sent.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString([.. Session.Value.ToByteArray(bigEndian: true), .. Base64Url.DecodeFromChars(Secret)]);
}
