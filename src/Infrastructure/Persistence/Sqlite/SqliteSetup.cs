using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence.Sqlite;

internal static class SqliteSetup
{
    public static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteFile>();
        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<SqliteFile>().Folder));

        services.AddPooledDbContextFactory<SqliteInvestrDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteFile>().ConnectionString)
            .ReplaceService<IModelCacheKeyFactory, ModelOfItsKeys>()
            .Measure()
            .AddInterceptors(new SqliteConnectionTuning())
            .AddInterceptors(provider.GetServices<IInterceptor>()));

        return services
            .AddSingleton<IDbContextFactory<InvestrDbContext>, SqliteContextFactory>()
            .AddScoped<IStartupStep, SealClearRows>();
    }

    /// <summary>Hands out SQLite's context to those who ask for a context, whatever the database.</summary>
    private sealed class SqliteContextFactory(IDbContextFactory<SqliteInvestrDbContext> contexts) : IDbContextFactory<InvestrDbContext>
    {
        public InvestrDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
