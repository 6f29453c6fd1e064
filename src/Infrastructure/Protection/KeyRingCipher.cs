using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Protection;

/// <summary>Keeps the secrets of Data Protection's keys encrypted in their folder, by AES-256-GCM.</summary>
/// <remarks>Data Protection names this type in each key's file and makes it from the host's services to read the key.</remarks>
internal sealed class KeyRingCipher(ProtectionKey key) : IXmlEncryptor, IXmlDecryptor
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key = key.For("key ring");

    public KeyRingCipher(IServiceProvider services)
        : this(services.GetRequiredService<ProtectionKey>())
    {
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var open = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var hidden = new byte[NonceLength + TagLength + open.Length];
        RandomNumberGenerator.Fill(hidden.AsSpan(0, NonceLength));

        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(
            hidden.AsSpan(0, NonceLength), open, hidden.AsSpan(NonceLength + TagLength), hidden.AsSpan(NonceLength, TagLength));
        return new(new XElement("sealed", Convert.ToBase64String(hidden)), typeof(KeyRingCipher));
    }

    /// <exception cref="CryptographicException">The key was sealed under another secret.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        ReadOnlySpan<byte> hidden = Convert.FromBase64String(encryptedElement.Value);
        var open = new byte[hidden.Length - NonceLength - TagLength];

        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(hidden[..NonceLength], hidden[(NonceLength + TagLength)..], hidden.Slice(NonceLength, TagLength), open);
        return XElement.Parse(Encoding.UTF8.GetString(open));
    }
}
