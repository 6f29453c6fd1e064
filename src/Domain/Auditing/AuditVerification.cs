namespace Investr.Domain.Auditing;

/// <summary>The end of the log as it is noted apart from it.</summary>
/// <param name="Sequence">The place of the last entry; 0 where there is none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>The head of a log without entries.</summary>
    public static readonly AuditHead Empty = new(0, AuditChain.Beginning);
}

/// <summary>Reads the audit log from its first entry on and tells where it is not what was written.</summary>
public sealed class AuditVerification
{
    private string _hash = AuditChain.Beginning;

    /// <summary>How many entries, from the first on, are as they were written.</summary>
    public long Verified { get; private set; }

    /// <summary>What is wrong with the first entry that is not; null while there is none.</summary>
    public string? Fault { get; private set; }

    /// <summary>Notes that the log cannot be read on.</summary>
    /// <param name="why">Why not.</param>
    public void Stop(string why) => Fault = why;

    /// <summary>Takes the next entry.</summary>
    /// <param name="entry">The entry that follows in the order of their places.</param>
    /// <returns>Whether to go on: after a fault, what follows proves nothing.</returns>
    public bool Take(AuditEntry entry)
    {
        Fault = FaultOf(entry);
        if (Fault is not null) return false;

        (Verified, _hash) = (entry.Sequence, entry.Hash);
        return true;
    }

    /// <summary>Compares the end that was reached with the one that is noted.</summary>
    /// <param name="head">The noted end; null where it is gone, or was noted by somebody else.</param>
    public void End(AuditHead? head)
    {
        if (head == new AuditHead(Verified, _hash)) return;

        Fault ??= head is null ? "the note of the log's end is gone, or somebody else's"
            : head.Sequence > Verified ? $"entry {Verified + 1} is missing: the log ended with entry {head.Sequence}"
            : $"the log ends with entry {Verified}, but entry {head.Sequence} is noted as its end, or with another hash";
    }

    private string? FaultOf(AuditEntry entry)
    {
        var next = Verified + 1;
        return entry.Sequence != next ? $"entry {next} is missing: entry {entry.Sequence} follows entry {Verified}"
            : entry.Hash != AuditChain.HashAfter(_hash, entry) ? $"entry {next} was changed, moved or put in: its hash is another one"
            : entry.Origin is { } origin && origin.Hash() != entry.OriginHash ? $"entry {next} tells another origin than was written"
            : null;
    }
}
