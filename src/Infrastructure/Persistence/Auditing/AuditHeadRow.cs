namespace Investr.Infrastructure.Persistence.Auditing;

/// <summary>The end of the audit log, noted apart from it: the one row of its table, which whoever appends locks.</summary>
internal sealed class AuditHeadRow
{
    /// <summary>The row's key.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required long Sequence { get; init; }

    public required string Hash { get; init; }

    /// <summary>What <see cref="AuditSeal"/> makes of the two.</summary>
    public required string Seal { get; init; }
}
