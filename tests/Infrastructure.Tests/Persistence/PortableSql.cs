using System.Text.RegularExpressions;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>SQL that a test wrote without quotes and for SQLite, as the database of the run takes it.</summary>
internal static class PortableSql
{
    public static async Task ExecuteAsync(this TemporaryDatabase database, string sql)
    {
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Of(sql, context.Model);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Names in quotes, and bytes as each writes them.</summary>
    public static string Of(string sql, IModel model)
    {
        var names = model.GetEntityTypes()
            .SelectMany(table => table.GetProperties().Select(property => property.GetColumnName()).Append(table.GetTableName()!))
            .Distinct();
        var quoted = Regex.Replace(sql, $"(?<!['\"])\\b({string.Join('|', names)})\\b(?!['\"])", "\"$1\"");
        return TestDatabase.IsSqlite ? quoted
            : Regex.Replace(quoted, "x'([0-9A-Fa-f]*)'", TestDatabase.IsPostgreSql ? @"'\x$1'" : "0x$1");
    }
}
