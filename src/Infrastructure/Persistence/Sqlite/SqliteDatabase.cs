using Investr.Infrastructure.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>A file, embedded in the service.</summary>
internal sealed class SqliteDatabase : DatabaseKind
{
    public override string Name => "Sqlite";

    public override bool MigratesAtStart => true;

    public override string? FaultOf(string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);

        // Every connection to a database in memory would see one of its own.
        return connection.DataSource is "" or ":memory:" || connection.Mode == SqliteOpenMode.Memory
            ? "must name a file, such as 'Data Source=data/investr.db'"
            : null;
    }

    public override IServiceCollection AddTo(IServiceCollection services) =>
        AddContexts<SqliteInvestrDbContext>(services, (options, provider) => options
            .UseSqlite(
                provider.GetRequiredService<SqliteFile>().ConnectionString,
                sqlite => sqlite.CommandTimeout(provider.GetRequiredService<DatabaseOptions>().CommandSeconds))
            .AddInterceptors(new SqliteConnectionTuning()))
        .AddSingleton<SqliteFile>()
        .AddSingleton<ISchedulerStore, SqliteSchedulerStore>()
        .AddSingleton(provider => new DataFolder(provider.GetRequiredService<SqliteFile>().Folder))
        .AddScoped<IStartupStep, SealClearRows>();

    /// <summary>A context over any file, to read it.</summary>
    public static SqliteInvestrDbContext Open(string file, IServiceProvider services) => new(new DbContextOptionsBuilder<SqliteInvestrDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString)
        .UseApplicationServiceProvider(services)
        .ReplaceService<IModelCacheKeyFactory, ModelOfItsKeys>()
        .Options);
}
