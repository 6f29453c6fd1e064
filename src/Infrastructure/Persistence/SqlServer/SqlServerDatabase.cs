using Investr.Infrastructure.Scheduling;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerDatabase : DatabaseKind
{
    public override string Name => "SqlServer";

    public override string? FaultOf(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        return connection.DataSource == "" || connection.InitialCatalog == ""
            ? "must name a server and a database, such as 'Server=db.example.com;Database=Investr;…'"
            : null;
    }

    public override IServiceCollection AddTo(IServiceCollection services) =>
        AddContexts<SqlServerInvestrDbContext>(services, (options, provider) =>
        {
            var settings = provider.GetRequiredService<DatabaseOptions>();
            options.UseSqlServer(settings.ConnectionString, server => server
                .CommandTimeout(settings.CommandSeconds)
                .ExecutionStrategy(dependencies => new SqlServerRetries(dependencies)));
        })
        .AddSingleton<ISchedulerStore, SqlServerSchedulerStore>()
        .AddSingleton(DataFolder.OfService);
}
