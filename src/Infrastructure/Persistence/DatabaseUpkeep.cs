using Investr.Infrastructure.Persistence.Moving;
using Investr.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence;

/// <summary>What an operator does with the database that is set, while the service does not run.</summary>
public static class DatabaseUpkeep
{
    /// <summary>Brings it to the newest schema, made where there is none; one process at a time.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    public static async Task<IReadOnlyList<string>> MigrateDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await ContextOf(services, cancellationToken);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        await context.MigrateAsync(cancellationToken);
        return [.. (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(applied)];
    }

    /// <summary>The SQL that does the same, for somebody who looks at it first. On a server it can be run over any earlier schema.</summary>
    public static async Task<string> ScriptDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await ContextOf(services, cancellationToken);
        var migrator = context.GetService<IMigrator>();

        // SQLite knows no IF: the script begins where the file is.
        return context is SqliteInvestrDbContext
            ? migrator.GenerateScript((await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? Migration.InitialDatabase)
            : migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    /// <summary>Copies everything from a file of SQLite into the database that is set, which must be empty.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="DatabaseRefusedException">Nothing was written, for the reason that it tells.</exception>
    public static async Task<IReadOnlyList<(string Table, long Rows)>> CopyDatabaseAsync(
        this IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new DatabaseRefusedException($"There is no file {file}.");

        await using var source = SqliteDatabase.Open(file, services);
        await using var target = await ContextOf(services, cancellationToken);
        return await new DatabaseCopy(source, target).RunAsync(cancellationToken);
    }

    private static Task<InvestrDbContext> ContextOf(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IDbContextFactory<InvestrDbContext>>().CreateDbContextAsync(cancellationToken);
}
