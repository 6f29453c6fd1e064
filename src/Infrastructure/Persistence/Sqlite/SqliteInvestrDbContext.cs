using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>The model as SQLite stores it.</summary>
/// <remarks>
/// Identities and days are text, which reads well and sorts in time. Decimals are text too, exact to the last digit: EF compares
/// and sorts them as numbers through functions of its own, which no index helps, so no query that must be fast selects by one.
/// </remarks>
internal sealed class SqliteInvestrDbContext(DbContextOptions<SqliteInvestrDbContext> options) : InvestrDbContext(options)
{
    public override IRowWriter Rows { get; } = new PreparedRowWriter();

    /// <remarks>
    /// EF notes in a table that somebody is migrating, and waits for ever where that somebody was killed. The file here is
    /// given back by the operating system in any case, so that whoever has it knows a note in the table to be forsaken.
    /// </remarks>
    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var alone = await MigrationLock.TakeAsync(Database.GetDbConnection().DataSource, cancellationToken);
        await Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        await base.MigrateAsync(cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // aapl and AAPL are one symbol.
        modelBuilder.Entity<Asset>().Property(asset => asset.Symbol).UseCollation("NOCASE");
    }

    // To begin a transaction is to wait for the file's one writer.
    protected override Task WaitForTurnAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override bool IsTransient(Exception failure) => false;

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException
        {
            SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        };

    /// <summary>Instants as a number: SQLite has no type for them, and as text with an offset they would not sort.</summary>
    private sealed class UtcTicksConverter()
        : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
