using System.Security.Cryptography;
using System.Text.Json;

namespace Investr.Domain.Auditing;

/// <summary>
/// The chain that the entries of the audit log form: each one's hash is made of what it tells and of the hash before it, so that
/// an entry that is changed, taken out or moved shows in every one that follows.
/// </summary>
/// <remarks>The origin goes in as its fingerprint alone, so that it can be erased and the chain still holds.</remarks>
public static class AuditChain
{
    /// <summary>What stands where the first entry has no other before it.</summary>
    public const string Beginning = "";

    /// <summary>The hash that an entry has after another one: SHA-256 over a JSON array of all that it tells, in hexadecimal digits.</summary>
    /// <param name="previous">The hash of the entry before it; <see cref="Beginning"/> for the first.</param>
    /// <param name="entry">The entry, whose own hash is not looked at.</param>
    public static string HashAfter(string previous, AuditEntry entry)
    {
        object?[] told =
        [
            previous,
            entry.Sequence,
            entry.Id.Value,
            entry.At.UtcTicks,
            entry.Actor?.Value,
            entry.Action,
            entry.Subject,
            entry.Detail,
            entry.Outcome.ToString(),
            entry.Code,
            entry.OriginHash,
        ];
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told)));
    }
}
