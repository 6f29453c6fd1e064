using Investr.Domain.Auditing;
using Investr.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

// No key refers to the actor: what an account did is told after the account is gone.
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => entry.Id).IsUnique();
        builder.HasIndex(entry => new { entry.Actor, entry.Sequence });
        builder.HasIndex(entry => new { entry.Action, entry.Sequence });
        builder.HasIndex(entry => entry.Subject);

        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Subject).HasMaxLength(100);
        builder.Property(entry => entry.Detail).HasMaxLength(200);
        builder.Property(entry => entry.Code).HasMaxLength(64);
        builder.Property(entry => entry.OriginHash).HasMaxLength(HashLength);
        builder.Property(entry => entry.Hash).HasMaxLength(HashLength);
        builder.Property(entry => entry.Origin).IsPersonal("AuditEntry.Origin");
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHead").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.Seal).HasMaxLength(64);
        builder.HasData(new AuditHeadRow { Sequence = AuditHead.Empty.Sequence, Hash = AuditHead.Empty.Hash, Seal = "" });
    }
}
