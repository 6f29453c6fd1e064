using Investr.Infrastructure.Scheduling;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Investr.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteSchedulerStore(SqliteFile file) : ISchedulerStore
{
    public void Use(IPersistentStoreBuilder store) => store.UseSqlite(SqliteFactory.Instance, file.ConnectionString);
}
