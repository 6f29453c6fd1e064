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
    private static readonly string P256 = ECCurve.NamedCurves.nistP256.Oid.Value!;

    private SigningKeys(IReadOnlyList<SecurityKey> all) => All = all;

    /// <summary>The key that signs.</summary>
    public SecurityKey Current => All[0];

    /// <summary>The keys that verify.</summary>
    public IReadOnlyList<SecurityKey> All { get; }

    /// <summary>Reads the keys; makes a file with a first one, which only its owner may read, where there is none.</summary>
    /// <exception cref="InvalidDataException">The file holds no such key.</exception>
    public static SigningKeys ReadOrMake(string path)
    {
        var keys = Read(OwnerOnly.ReadOrMake(path, Make), path);
        return keys.Count > 0 ? new(keys) : throw Unusable(path);
    }

    private static List<SecurityKey> Read(ReadOnlySpan<char> text, string path)
    {
        List<SecurityKey> keys = [];
        while (PemEncoding.TryFind(text, out var found))
        {
            // OpenSSL writes the curve's parameters before the key, in a block of their own.
            if (text[found.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal)) keys.Add(KeyOf(text[found.Location], path));
            text = text[found.Location.End..];
        }

        return keys;
    }

    private static ECDsaSecurityKey KeyOf(ReadOnlySpan<char> pem, string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            throw Unusable(path, unreadable);
        }

        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256) throw Unusable(path);

        // The identity follows from the public key, so that every node gives the same key the same one.
        var identity = SHA256.HashData(key.ExportSubjectPublicKeyInfo());
        return new(key) { KeyId = Base64Url.EncodeToString(identity.AsSpan(0, 12)) };
    }

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static InvalidDataException Unusable(string path, Exception? cause = null) =>
        new($"The signing keys in '{path}' cannot be used: private keys on the curve P-256 in PEM are needed (Jwt__KeyFile).", cause);
}
