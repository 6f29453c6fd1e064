using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Investr.Domain.Auditing;
using Investr.Infrastructure.Protection;

namespace Investr.Infrastructure.Persistence.Auditing;

/// <summary>Shows that the note of the log's end was made by the service: whoever has the database alone cannot make one.</summary>
internal sealed class AuditSeal(ProtectionKey key)
{
    private readonly byte[] _key = key.For("audit log");

    public string Of(AuditHead head) => Convert.ToHexString(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Sequence}:{head.Hash}"))));
}
