using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class PriceAlertConfiguration : IEntityTypeConfiguration<PriceAlert>
{
    public void Configure(EntityTypeBuilder<PriceAlert> builder)
    {
        builder.ToTable("PriceAlerts");
        builder.HasKey(alert => alert.Id);

        // Of two processes that saw the same crossing, the second one finds that it has been written meanwhile.
        builder.Property(alert => alert.ChangedAt).IsConcurrencyToken();

        builder.HasIndex(alert => alert.CreatedAt);
        builder.HasIndex(alert => alert.OwnerId);
        builder.HasOne<User>().WithMany().HasForeignKey(alert => alert.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // An asset of somebody's own goes with its owner, who alone can have an alert on it, which goes too.
        builder.HasIndex(alert => alert.AssetId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(alert => alert.AssetId).OnDelete(DeleteBehavior.NoAction);
    }
}
