using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_whole_model_from_nothing()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: dotnet ef migrations add.");
    }

    [Fact]
    public async Task Somebody_killed_while_migrating_does_not_stop_the_next_start()
    {
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
        await using var database = await TemporaryDatabase.CreateAsync();

        Assert.True(File.Exists(Path.Combine(database.Folder, "data", "test.db")));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task Connections_are_set_up(string pragma, string expected)
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();

        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
