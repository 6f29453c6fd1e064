using Investr.Infrastructure.Scheduling;
using Npgsql;
using Quartz;

namespace Investr.Infrastructure.Persistence.PostgreSql;

/// <summary>Nodes share it: each trigger fires on one of them, and what a node leaves behind that is gone another takes up.</summary>
internal sealed class PostgreSqlSchedulerStore(DatabaseOptions options) : ISchedulerStore
{
    public void Use(IPersistentStoreBuilder store)
    {
        store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString);
        store.UseClustering();
    }
}
