using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Investr.Infrastructure.Persistence.PostgreSql;

/// <summary>A statement outside a transaction is sent again where the failure may pass, as <see cref="SqlServer.SqlServerRetries"/> does.</summary>
internal sealed class PostgreSqlRetries(ExecutionStrategyDependencies dependencies)
    : NpgsqlRetryingExecutionStrategy(dependencies, Retries.Most, Retries.LongestPause, errorCodesToAdd: null)
{
    public override bool RetriesOnFailure => false;

    public bool IsTransient(Exception failure) => CallOnWrappedException(failure, base.ShouldRetryOn);

    protected override bool ShouldRetryOn(Exception? exception) =>
        Dependencies.CurrentContext.Context.Database.CurrentTransaction is null && base.ShouldRetryOn(exception);
}
