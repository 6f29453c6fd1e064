using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql;

namespace Investr.Infrastructure.Persistence.PostgreSql;

/// <summary>The model as PostgreSQL stores it.</summary>
/// <remarks>
/// Decimals are <c>numeric</c> with as many digits as they have. Text is compared by its bytes, as elsewhere, whatever the database's
/// own collation; a <c>citext</c> ignores case where case does not matter.
/// </remarks>
internal sealed class PostgreSqlInvestrDbContext(DbContextOptions<PostgreSqlInvestrDbContext> options) : InvestrDbContext(options)
{
    private const string ByBytes = "C";

    public override IRowWriter Rows { get; } = new CopyRowWriter();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        IgnoreCaseInPatterns(modelBuilder);
        Conversions.CollateText(modelBuilder, ByBytes);

        // aapl and AAPL are one symbol.
        modelBuilder.HasPostgresExtension("citext");
        modelBuilder.Entity<Asset>().Property(asset => asset.Symbol).HasColumnType("citext");
    }

    // The lock ends with the transaction. Its number is the product's own.
    protected override Task WaitForTurnAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5280210)", cancellationToken);

    protected override bool IsTransient(Exception failure) => ((PostgreSqlRetries)Database.CreateExecutionStrategy()).IsTransient(failure);

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override SqlExpression WithoutCase(SqlExpression text) => new SqlFunctionExpression(
        "lower", [new CollateExpression(text, ByBytes)], nullable: true, argumentsPropagateNullability: [true], typeof(string), text.TypeMapping);
}
