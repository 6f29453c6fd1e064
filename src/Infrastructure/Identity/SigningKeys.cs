using System.Buffers.Text;
using System.Security.Cryptography;
using Investr.Infrastructure.Protection;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Infrastructure.Identity;

/// <summary>
/// The keys of access tokens: a file of private keys in PEM, on the curve P-256. The first one signs, all of them verify, so a
/// new key is put on top and the old one removed when the last token it signed has expired.
/// </summary>
internal sealed class SigningKeys
{
    public static readonly Secret Secret = new(
        "The signing key of access tokens", "Jwt:SigningKeys", "Jwt:KeyFile", "signing-keys.pem",
        "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256", Make, text => Read(text));

    private static readonly string P256 = ECCurve.NamedCurves.nistP256.Oid.Value!;

    private SigningKeys(IReadOnlyList<SecurityKey> all) => All = all;

    /// <summary>The key that signs.</summary>
    public SecurityKey Current => All[0];

    /// <summary>The keys that verify.</summary>
    public IReadOnlyList<SecurityKey> All { get; }

    /// <summary>Reads the keys.</summary>
    /// <exception cref="InvalidDataException">The text holds no such key.</exception>
    public static SigningKeys Read(ReadOnlySpan<char> text)
    {
        List<SecurityKey> keys = [];
        while (PemEncoding.TryFind(text, out var found))
        {
            // OpenSSL writes the curve's parameters before the key, in a block of their own.
            if (text[found.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal)) keys.Add(KeyOf(text[found.Location]));
            text = text[found.Location.End..];
        }

        return keys.Count > 0 ? new(keys) : throw Unusable();
    }

    private static ECDsaSecurityKey KeyOf(ReadOnlySpan<char> pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            throw Unusable(unreadable);
        }

        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256) throw Unusable();

        // The identity follows from the public key, so that every node gives the same key the same one.
        var identity = SHA256.HashData(key.ExportSubjectPublicKeyInfo());
        return new(key) { KeyId = Base64Url.EncodeToString(identity.AsSpan(0, 12)) };
    }

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static InvalidDataException Unusable(Exception? cause = null) => new(
        "The signing keys cannot be used: private keys on the curve P-256 in PEM are needed (Jwt__SigningKeys, Jwt__KeyFile).", cause);
}
