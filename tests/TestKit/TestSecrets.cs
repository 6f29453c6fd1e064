using System.Security.Cryptography;

namespace Investr.TestKit;

/// <summary>Secrets that are good for one test.</summary>
public static class TestSecrets
{
    /// <summary>A private key on the curve P-256 in PEM.</summary>
    public static string SigningKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>32 random bytes in base64.</summary>
    public static string ProtectionKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
