using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class VoidingConfiguration : IEntityTypeConfiguration<VoidingRow>
{
    public void Configure(EntityTypeBuilder<VoidingRow> builder)
    {
        builder.ToTable("Voidings");
        builder.HasKey(row => row.Entry);
        builder.Property(row => row.Reason).IsPersonal("Voiding.Reason");
        builder.HasIndex(row => new { row.PortfolioId, row.Version });

        builder.HasOne<Portfolio>().WithMany().HasForeignKey(row => row.PortfolioId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<TransactionRow>().WithMany().HasForeignKey(row => row.Entry).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<User>().WithMany().HasForeignKey(row => row.By).OnDelete(DeleteBehavior.SetNull);
    }
}
