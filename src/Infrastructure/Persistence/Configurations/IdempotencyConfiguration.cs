using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.HasKey(row => new { row.UserId, row.Key });
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.RequestHash).HasMaxLength(64);
        builder.HasIndex(row => row.KeptAt);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(row => row.PortfolioId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
