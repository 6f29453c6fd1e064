using Investr.Infrastructure.Scheduling;
using Microsoft.Data.SqlClient;
using Quartz;

namespace Investr.Infrastructure.Persistence.SqlServer;

/// <summary>Nodes share it: each trigger fires on one of them, and what a node leaves behind that is gone another takes up.</summary>
internal sealed class SqlServerSchedulerStore(DatabaseOptions options) : ISchedulerStore
{
    public void Use(IPersistentStoreBuilder store)
    {
        store.UseSqlServer(SqlClientFactory.Instance, options.ConnectionString);
        store.UseClustering();
    }
}
