using System.Security.Cryptography;
using System.Text;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData.Catalogue;

/// <summary>The identity of an asset of the catalogue: made from its symbol, so that it is the same in every installation.</summary>
internal static class StableAssetId
{
    private const string Namespace = "investr/assets/";

    /// <summary>The identity that goes with a symbol: a name-based UUID, version 8 (RFC 9562 §5.8) over SHA-256.</summary>
    internal static AssetId Of(string symbol)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Namespace + symbol), hash);

        var uuid = hash[..16];
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x80);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return new AssetId(new Guid(uuid, bigEndian: true));
    }
}
