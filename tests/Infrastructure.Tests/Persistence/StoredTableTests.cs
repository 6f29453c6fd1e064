using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Persistence.Bulk;
using Investr.Infrastructure.Persistence.PostgreSql;
using Investr.Infrastructure.Persistence.Rows;
using Investr.Infrastructure.Persistence.Sqlite;
using Investr.Infrastructure.Persistence.SqlServer;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class StoredTableTests
{
    private static readonly Asset Priced = A.Asset("ACME");

    private static readonly PriceRow Price = new()
    {
        AssetId = Priced.Id, Date = A.Day("2024-06-12"), Close = 1234567890.123456789012345678m, Currency = Currency.Usd, Source = "manual",
    };

    [Fact]
    public void Every_database_has_the_same_tables_with_the_same_columns()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.Equal(ColumnsOf(sqlite), ColumnsOf(sqlServer));
        Assert.Equal(ColumnsOf(sqlite), ColumnsOf(postgreSql));
    }

    [Fact]
    public void A_table_comes_after_those_that_it_refers_to()
    {
        using var context = new SqliteDesignTimeFactory().CreateDbContext([]);
        List<string> order = [.. StoredTable.AllOf(context).Select(table => table.Name)];

        Assert.All(
            context.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()),
            reference => Assert.True(order.IndexOf(TableOf(reference.PrincipalEntityType)) <= order.IndexOf(TableOf(reference.DeclaringEntityType)), $"{reference}"));

        static string TableOf(IEntityType entity) => entity.GetTableName()!;
    }

    [Fact]
    public void A_bulk_copy_gets_each_value_in_the_type_of_its_column()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var table = StoredTable.Of<PriceRow>(context);

        using var part = BulkCopyRowWriter.PartOf(table, [table.ValuesOf(Price)]);

        Assert.Equal("1234567890.123456789012345678", part.Rows[0]["Close"]);
        Assert.Equal(new DateOnly(2024, 6, 12), part.Rows[0]["Date"]);
        Assert.Equal(SqlServerOrder.Arranged(Price.AssetId.Value), part.Rows[0]["AssetId"]);
    }

    [Fact]
    public async Task What_is_stored_reads_as_it_was()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();
        var table = StoredTable.Of<PriceRow>(context);
        await context.Database.BeginTransactionAsync();
        context.Add(Priced);
        await context.SaveChangesAsync();
        await context.InsertAsync([Price], default);

        var row = await table.ReadAsync(context, default).SingleAsync();

        Assert.Equal(Price.Close, table.Columns.Index().Where(column => column.Item.Name == "Close").Select(column => column.Item.Restored(row[column.Index])).Single());
    }

    private static IEnumerable<string> ColumnsOf(InvestrDbContext context) =>
        StoredTable.AllOf(context).SelectMany(table => table.Columns, (table, column) => $"{table.Name}.{column.Name}").Order(StringComparer.Ordinal);
}
