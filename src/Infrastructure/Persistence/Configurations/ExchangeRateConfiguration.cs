using Investr.Application.Market;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class ExchangeRateConfiguration : IEntityTypeConfiguration<ExchangeRateRow>
{
    public void Configure(EntityTypeBuilder<ExchangeRateRow> builder)
    {
        builder.ToTable("ExchangeRates");
        builder.HasKey(rate => new { rate.From, rate.To, rate.Date });
        builder.Property(rate => rate.Source).HasMaxLength(50).HasDefaultValue(StoredPrice.ByHand);
    }
}
