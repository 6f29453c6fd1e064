using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class AssetDividendConfiguration : IEntityTypeConfiguration<AssetDividendRow>
{
    public void Configure(EntityTypeBuilder<AssetDividendRow> builder)
    {
        builder.ToTable("AssetDividends");
        builder.HasKey(dividend => new { dividend.AssetId, dividend.ExDate });
        builder.Property(dividend => dividend.Source).HasMaxLength(50);
        builder.HasOne<Asset>().WithMany().HasForeignKey(dividend => dividend.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
