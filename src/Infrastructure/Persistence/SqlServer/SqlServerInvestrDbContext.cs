using System.Text.RegularExpressions;
using Investr.Domain.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Auditing;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Investr.Infrastructure.Persistence.SqlServer;

/// <summary>The model as SQL Server stores it.</summary>
/// <remarks>
/// Decimals are text, exact to the last of 28 digits: a <c>decimal(28,10)</c> would cut the price that an import reckons as a third of
/// an amount. Text is compared by its code points, as elsewhere, and by a collation that ignores case where case does not matter.
/// </remarks>
internal sealed partial class SqlServerInvestrDbContext(DbContextOptions<SqlServerInvestrDbContext> options) : InvestrDbContext(options)
{
    private const string ByCodePoints = "Latin1_General_100_BIN2";
    private const string IgnoringCase = "Latin1_General_100_CI_AS";

    private static readonly int[] UniqueViolations = [2601, 2627];

    public override IRowWriter Rows { get; } = new BulkCopyRowWriter();

    public override async Task RefuseWrongSetupAsync(CancellationToken cancellationToken)
    {
        // Else those who read would wait for whoever writes, and a use case for itself.
        var readsSnapshots = await Database
            .SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()")
            .SingleAsync(cancellationToken);
        if (!readsSnapshots)
            throw new DatabaseRefusedException("The database must be set so: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        IgnoreCaseInPatterns(modelBuilder);
        Conversions.StoreDecimalsAsText(modelBuilder);
        Conversions.CollateText(modelBuilder, ByCodePoints);
        Conversions.ConvertIds(modelBuilder, new SqlServerOrder());
        foreach (var entity in modelBuilder.Model.GetEntityTypes()) WriteNamesInBrackets(entity);

        // aapl and AAPL are one symbol.
        modelBuilder.Entity<Asset>().Property(asset => asset.Symbol).UseCollation(IgnoringCase);

        // A row may be taken along by one way only, and what is in a portfolio is its owner's too.
        modelBuilder.Entity<Portfolio>().HasOne<User>().WithMany().HasForeignKey(portfolio => portfolio.OwnerId).OnDelete(DeleteBehavior.ClientCascade);

        // What a statement changed cannot be read back from a table with triggers.
        modelBuilder.Entity<AuditEntry>().ToTable(table => table.HasTrigger("AuditEntries_AppendOnly"));
        modelBuilder.Entity<AuditHeadRow>().ToTable(table => table.HasTrigger("AuditHead_OnlyGrows"));
    }

    // The lock ends with the transaction. -1 is a wait in vain, -3 one of two who wait for each other.
    protected override Task WaitForTurnAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync(
        """
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
        IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
        """,
        cancellationToken);

    protected override bool IsTransient(Exception failure) => ((SqlServerRetries)Database.CreateExecutionStrategy()).IsTransient(failure);

    protected override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException refused && UniqueViolations.Contains(refused.Number);

    // Two collations that nobody spelt out are a conflict (error 468).
    protected override SqlExpression AsStored(SqlExpression column) =>
        new CollateExpression(column, column is ColumnExpression { Name: nameof(Asset.Symbol) } ? IgnoringCase : ByCodePoints);

    protected override SqlExpression WithoutCase(SqlExpression text) => new CollateExpression(text, IgnoringCase);

    // Filters and conditions are written with the standard's quotes, which SQL Server takes for a text's under some settings.
    private static void WriteNamesInBrackets(IMutableEntityType entity)
    {
        foreach (var index in entity.GetDeclaredIndexes()) index.SetFilter(InBrackets(index.GetFilter()));
        foreach (var check in entity.GetDeclaredCheckConstraints().ToList())
        {
            entity.RemoveCheckConstraint(check.ModelName);
            entity.AddCheckConstraint(check.ModelName, InBrackets(check.Sql)!);
        }
    }

    private static string? InBrackets(string? sql) => sql is null ? null : QuotedName.Replace(sql, "[$1]");

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex QuotedName { get; }
}
