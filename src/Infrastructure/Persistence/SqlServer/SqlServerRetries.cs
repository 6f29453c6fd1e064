using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.SqlServer;

/// <summary>A statement outside a transaction is sent again where the failure may pass.</summary>
/// <remarks>
/// EF's own way would keep whole results in memory, so as to begin again in their midst, and forbid transactions that several
/// statements share. A use case that fails within its transaction is begun again as a whole, see <see cref="InvestrDbContext.MayTryAgain"/>.
/// </remarks>
internal sealed class SqlServerRetries(ExecutionStrategyDependencies dependencies)
    : SqlServerRetryingExecutionStrategy(dependencies, Retries.Most, Retries.LongestPause, errorNumbersToAdd: null)
{
    public override bool RetriesOnFailure => false;

    public bool IsTransient(Exception failure) => CallOnWrappedException(failure, base.ShouldRetryOn);

    protected override bool ShouldRetryOn(Exception exception) =>
        Dependencies.CurrentContext.Context.Database.CurrentTransaction is null && base.ShouldRetryOn(exception);
}
