using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class WatchlistConfiguration : IEntityTypeConfiguration<Watchlist>
{
    public void Configure(EntityTypeBuilder<Watchlist> builder)
    {
        builder.ToTable("Watchlists");
        builder.HasKey(list => list.Id);
        builder.Property(list => list.Name).IsPersonal("Watchlist.Name");
        builder.HasIndex(list => list.OwnerId);
        builder.HasOne<User>().WithMany().HasForeignKey(list => list.OwnerId).OnDelete(DeleteBehavior.Cascade);

        builder.OwnsMany(list => list.Entries, entries =>
        {
            entries.ToTable("WatchlistEntries");
            entries.WithOwner().HasForeignKey("WatchlistId");
            entries.HasKey("WatchlistId", nameof(WatchlistEntry.Asset));
            entries.Property(entry => entry.Asset).HasColumnName("AssetId");
            entries.HasIndex(entry => entry.Asset);

            // An asset of somebody's own goes with its owner, who alone can have it on a list, which goes too.
            entries.HasOne<Asset>().WithMany().HasForeignKey(entry => entry.Asset).OnDelete(DeleteBehavior.NoAction);
        });
    }
}
