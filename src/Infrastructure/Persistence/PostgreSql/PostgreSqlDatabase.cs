using Investr.Infrastructure.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Investr.Infrastructure.Persistence.PostgreSql;

internal sealed class PostgreSqlDatabase : DatabaseKind
{
    public override string Name => "PostgreSql";

    public override string? FaultOf(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        return string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database)
            ? "must name a host and a database, such as 'Host=db.example.com;Database=investr;…'"
            : null;
    }

    public override IServiceCollection AddTo(IServiceCollection services) =>
        AddContexts<PostgreSqlInvestrDbContext>(services, (options, provider) =>
        {
            var settings = provider.GetRequiredService<DatabaseOptions>();
            options.UseNpgsql(settings.ConnectionString, server => server
                .CommandTimeout(settings.CommandSeconds)
                .ExecutionStrategy(dependencies => new PostgreSqlRetries(dependencies)));
        })
        .AddSingleton<ISchedulerStore, PostgreSqlSchedulerStore>()
        .AddSingleton(DataFolder.OfService);
}
