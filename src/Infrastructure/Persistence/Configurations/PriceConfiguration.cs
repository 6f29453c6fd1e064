using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class PriceConfiguration : IEntityTypeConfiguration<PriceRow>
{
    public void Configure(EntityTypeBuilder<PriceRow> builder)
    {
        builder.ToTable("Prices");
        builder.HasKey(price => new { price.AssetId, price.Date });
        builder.Property(price => price.Source).HasMaxLength(50);
        builder.HasOne<Asset>().WithMany().HasForeignKey(price => price.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
