using System.Text.Json;
using System.Text.Json.Serialization;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("Assets");
        builder.HasKey(asset => asset.Id);
        builder.Property(asset => asset.Symbol).HasMaxLength(50);
        builder.Property(asset => asset.Name).HasMaxLength(200);
        builder.Property(asset => asset.Exchange).HasMaxLength(50);
        builder.Property(asset => asset.Isin).HasMaxLength(12);
        builder.Property(asset => asset.Country).HasMaxLength(2);
        builder.Property(asset => asset.Sector).HasMaxLength(100);
        builder.Property(asset => asset.Industry).HasMaxLength(100);

        // One symbol for one listed asset; each owner may use it once more for an asset of their own.
        builder.HasIndex(asset => asset.Symbol, "IX_Assets_ListedSymbol").IsUnique().HasFilter("\"OwnerId\" IS NULL");
        builder.HasIndex(asset => new { asset.OwnerId, asset.Symbol }).IsUnique();
        builder.HasIndex(asset => asset.Isin);
        builder.HasOne<User>().WithMany().HasForeignKey(asset => asset.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // Read and written whole, never searched.
        builder.Ignore(asset => asset.Constituents);
        builder.Property<List<Constituent>>("_constituents").HasColumnName("Constituents").HasConversion(
            constituents => JsonSerializer.Serialize(constituents, Json),
            text => JsonSerializer.Deserialize<List<Constituent>>(text, Json)!,
            new ValueComparer<List<Constituent>>(
                (left, right) => left!.SequenceEqual(right!),
                constituents => constituents.Count,
                constituents => constituents.ToList()));
        builder.Ignore(asset => asset.Splits);
        builder.Property<List<AssetSplit>>("_splits").HasColumnName("Splits").HasConversion(
            splits => JsonSerializer.Serialize(splits.Select(split => new StoredSplit(split.On, split.Ratio.Numerator, split.Ratio.Denominator)), Json),
            text => JsonSerializer.Deserialize<List<StoredSplit>>(text, Json)!.ConvertAll(split => new AssetSplit(split.On, new Ratio(split.Into, split.From))),
            new ValueComparer<List<AssetSplit>>(
                (left, right) => left!.SequenceEqual(right!),
                splits => splits.Count,
                splits => splits.ToList()));
    }

    private sealed record StoredSplit(DateOnly On, long Into, long From);
}
