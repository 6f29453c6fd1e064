using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Persistence.PostgreSql;
using Investr.Infrastructure.Persistence.Sqlite;
using Investr.Infrastructure.Persistence.SqlServer;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_whole_model_from_nothing()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public void The_model_has_no_change_that_a_migration_lacks_on_any_database()
    {
        InvestrDbContext[] contexts =
        [
            new SqliteDesignTimeFactory().CreateDbContext([]),
            new SqlServerDesignTimeFactory().CreateDbContext([]),
            new PostgreSqlDesignTimeFactory().CreateDbContext([]),
        ];

        Assert.All(contexts, context =>
        {
            using (context) Assert.False(context.Database.HasPendingModelChanges(), $"{context.GetType().Name} lacks a migration: .ci/add-migration Name.");
        });
    }

    [Fact]
    public void On_SQL_Server_no_row_is_taken_along_by_two_ways()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);

        // SQL Server refuses to make such tables (error 1785), and counts a column that is emptied as a way.
        Assert.All(context.Model.GetEntityTypes(), from => Assert.Empty(
            TakenAlongBy(from).GroupBy(entity => entity.GetTableName()).Where(ways => ways.Count() > 1)
                .Select(ways => $"A row of {ways.Key} is reached from {from.GetTableName()} by {ways.Count()} ways: see SqlServerInvestrDbContext.")));

        static IEnumerable<IEntityType> TakenAlongBy(IEntityType entity) =>
            from reference in entity.GetReferencingForeignKeys()
            where reference.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull
            from taken in reference.DeleteBehavior == DeleteBehavior.Cascade
                ? TakenAlongBy(reference.DeclaringEntityType).Prepend(reference.DeclaringEntityType)
                : [reference.DeclaringEntityType]
            select taken;
    }

    [Fact]
    public async Task Somebody_killed_while_migrating_does_not_stop_the_next_start()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "This is about SQLite's file.");
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2024-06-12 12:00:00+00:00');
            """);

        await context.MigrateAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Those_who_start_together_take_turns_to_migrate()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () =>
        {
            await using var context = database.Context();
            await context.MigrateAsync(default);
        }))).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_database_is_where_the_connection_string_says()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "This is about SQLite's file.");
        await using var database = await TemporaryDatabase.CreateAsync();

        Assert.True(File.Exists(Path.Combine(database.Folder, "data", "investr.db")));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Connections_are_set_up(string pragma, string expected)
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "This is about SQLite's file.");
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();

        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
