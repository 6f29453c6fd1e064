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
