using System.Text.Json;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Investr.Infrastructure.Persistence.Configurations;

internal sealed class MarketDataRunConfiguration : IEntityTypeConfiguration<MarketDataRun>
{
    public void Configure(EntityTypeBuilder<MarketDataRun> builder)
    {
        builder.ToTable("MarketDataRuns");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Exchange).HasMaxLength(50);
        builder.Property(run => run.Turn).HasMaxLength(10);
        builder.Property(run => run.Message).HasMaxLength(2_000);
        builder.Ignore(run => run.CallsSaved);

        // Of all nodes one carries out a run at a time, and a close is followed by one run, whatever is started again or fires twice.
        builder.HasIndex(run => run.Turn).IsUnique();
        builder.HasIndex(run => new { run.Exchange, run.Day }).IsUnique();

        // Read and written whole, never searched.
        builder.Property(run => run.Symbols).HasConversion(
            symbols => JsonSerializer.Serialize(symbols, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!,
            ByItems<string>());
        builder.Ignore(run => run.Failures);
        builder.Property<List<RunFailure>>("_failures").HasColumnName("Failures").HasConversion(
            failures => JsonSerializer.Serialize(failures, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<RunFailure>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<List<RunFailure>>(
                (left, right) => left!.SequenceEqual(right!), failures => failures.Count, failures => failures.ToList()));
    }

    private static ValueComparer<IReadOnlyList<T>> ByItems<T>() =>
        new((left, right) => left!.SequenceEqual(right!), items => items.Count, items => items.ToList());
}
