using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Configurations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Seals what earlier versions stored as text. SQLite tells a text from the bytes of what is sealed whatever the column's type is,
/// so that the rows left to do are those with a text. It is done once in a database's life, which its <c>user_version</c> tells.
/// </summary>
internal sealed class SealClearRows(InvestrDbContext context) : IStartupStep
{
    private const int Sealed = 1;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(cancellationToken)) return;

        await context.TakeTurnToWriteAsync(cancellationToken);
        var changed = 0;
        foreach (var property in context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if (PersonalColumns.SealOf(property) is { } seal) changed += await SealAsync(property, seal, cancellationToken);

        await context.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {Sealed}", cancellationToken);
        await context.CommitAsync(cancellationToken);

        // What was overwritten is still in free pages and in the log.
        if (changed > 0) await context.Database.ExecuteSqlRawAsync("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }

    private async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA user_version";
            return (long)(await command.ExecuteScalarAsync(cancellationToken))! >= Sealed;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task<int> SealAsync(IProperty property, Func<string, byte[]> seal, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        connection.CreateFunction("seal", seal);
        connection.CreateFunction("hash_of", (string email) => context.PersonalData.HashOf(EmailAddress.Parse(email)));

        var table = StoreObjectIdentifier.Create(property.DeclaringType, StoreObjectType.Table)!.Value;
        var column = property.GetColumnName(table);
        var hash = property.ClrType == typeof(EmailAddress) ? $", \"{UserConfiguration.EmailHash}\" = hash_of(\"{column}\")" : "";

        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"UPDATE \"{table.Name}\" SET \"{column}\" = seal(\"{column}\"){hash} WHERE typeof(\"{column}\") = 'text'";
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
