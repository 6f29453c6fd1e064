using System.Text.Json;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class TransactionConfiguration : IEntityTypeConfiguration<TransactionRow>
{
    public void Configure(EntityTypeBuilder<TransactionRow> builder)
    {
        builder.ToTable("Transactions", table => table.HasCheckConstraint(
            "CK_Transactions_Ratio", "\"RatioNumerator\" > 0 AND \"RatioDenominator\" > 0"));
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Note).IsPersonal("Transaction.Note");
        builder.Property(row => row.ExternalId).HasMaxLength(200);

        builder.Property(row => row.Lots).HasConversion(
            lots => JsonSerializer.Serialize(lots, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<LotSelection[]>(text, JsonSerializerOptions.Default),
            new ValueComparer<IReadOnlyList<LotSelection>>(favorStructuralComparisons: false));

        builder.Property(row => row.TransferredLots).HasConversion(
            lots => TransferredLotText.Of(lots!),
            text => TransferredLotText.Read(text),
            new ValueComparer<IReadOnlyList<TransferredLot>>(favorStructuralComparisons: false));

        // Its pages, what concerns an asset, what comes last, what is new since a version, what an entry was superseded by.
        builder.HasIndex(row => new { row.PortfolioId, row.TradeDate, row.Sequence });
        builder.HasIndex(row => new { row.PortfolioId, row.AssetId });
        builder.HasIndex(row => new { row.PortfolioId, row.Sequence });
        builder.HasIndex(row => new { row.PortfolioId, row.Version });
        builder.HasIndex(row => row.Supersedes).IsUnique();
        builder.HasIndex(row => row.TakenFrom).HasFilter("\"TakenFrom\" IS NOT NULL");

        // A correction carries on the external id of what it corrects.
        builder.HasIndex(row => new { row.PortfolioId, row.ExternalId }).IsUnique()
            .HasFilter("\"ExternalId\" IS NOT NULL AND \"Supersedes\" IS NULL");

        builder.HasOne<Portfolio>().WithMany().HasForeignKey(row => row.PortfolioId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Asset>().WithMany().HasForeignKey(row => row.AssetId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<User>().WithMany().HasForeignKey(row => row.RecordedBy).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<TransactionRow>().WithMany().HasForeignKey(row => row.Supersedes).OnDelete(DeleteBehavior.NoAction);
    }
}
