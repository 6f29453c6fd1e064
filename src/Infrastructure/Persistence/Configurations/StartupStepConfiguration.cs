using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class StartupStepConfiguration : IEntityTypeConfiguration<StartupStepRow>
{
    public void Configure(EntityTypeBuilder<StartupStepRow> builder)
    {
        builder.ToTable("StartupSteps").HasKey(row => row.Step);
        builder.Property(row => row.Step).HasMaxLength(50);
        builder.Property(row => row.Edition).HasMaxLength(50);
    }
}
