using Investr.Infrastructure.Persistence;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>A database of an earlier version, with data in it, becomes one of this version.</summary>
public sealed class EarlierMigrationTests
{
    // What a table is made of, one line for each column and each index.
    private static readonly string Schema = TestDatabase.IsSqlite
        ? """
          SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value"
          FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'
          UNION SELECT type || ' ' || name || ' on ' || tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger')
          """
        : """
          SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '') AS "Value"
          FROM information_schema.columns WHERE table_schema = 'public'
          UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
          UNION SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
          UNION SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal
          """;

    [Fact]
    public async Task Back_to_each_earlier_version_and_on_again_nothing_is_lost_and_the_schema_is_the_same()
    {
        Assert.SkipWhen(TestDatabase.Provider == "SqlServer", "SQL Server tells its schema in another way.");
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, Draft.Buy(10, "AAPL", "2024-01-02", at: 100), Draft.Deposit(5, "2024-01-03"));
        await using var context = investor.Database.Context();
        var before = await SchemaAsync(context);

        // Before the personal data was sealed, on SQLite, nobody had hashes of addresses.
        foreach (var earlier in context.Database.GetMigrations().SkipLast(1).Where(name => !(TestDatabase.IsSqlite && name.EndsWith("_Initial", StringComparison.Ordinal))).Reverse())
        {
            await context.GetService<IMigrator>().MigrateAsync(earlier);
            Assert.NotEmpty(await context.Database.GetPendingMigrationsAsync());
            await context.MigrateAsync(default);

            Assert.Equal(before, await SchemaAsync(context));
            Assert.Equal((1, 1, 2), (await context.Users.CountAsync(), await context.Portfolios.CountAsync(), await context.Transactions.CountAsync()));
        }
    }

    private static async Task<string> SchemaAsync(InvestrDbContext context) =>
        string.Join('\n', (await context.Database.SqlQueryRaw<string>(Schema).ToListAsync()).Order(StringComparer.Ordinal));
}
