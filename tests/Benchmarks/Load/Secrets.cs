using System.Security.Cryptography;

namespace Investr.Benchmarks.Load;

/// <summary>The secrets without which the API does not start, good for one run.</summary>
internal static class Secrets
{
    /// <summary>A private key on the curve P-256 in PEM.</summary>
    public static string SigningKeys { get; } = NewSigningKey();

    /// <summary>32 random bytes in base64.</summary>
    public static string ProtectionKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
