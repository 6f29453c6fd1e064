using Investr.Infrastructure.Persistence.PostgreSql;
using Investr.Infrastructure.Persistence.Sqlite;
using Investr.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence;

/// <summary>A kind of database that the product runs on: SQLite, SQL Server or PostgreSQL.</summary>
internal abstract class DatabaseKind
{
    /// <summary>SQLite, where nothing else is asked for.</summary>
    public static DatabaseKind Default { get; } = new SqliteDatabase();

    public static IReadOnlyList<DatabaseKind> All { get; } = [Default, new SqlServerDatabase(), new PostgreSqlDatabase()];

    /// <summary>What <c>Database:Provider</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a start migrates it where nothing else is said: a server's is left to whoever runs the server.</summary>
    public virtual bool MigratesAtStart => false;

    /// <summary>The kind of that name; null where there is none.</summary>
    public static DatabaseKind? Named(string? name) =>
        All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a connection string, as the end of a sentence; null where nothing is.</summary>
    /// <exception cref="ArgumentException">It is no connection string of this kind.</exception>
    public abstract string? FaultOf(string connectionString);

    /// <summary>Adds the contexts of this kind, and what belongs to them.</summary>
    public abstract IServiceCollection AddTo(IServiceCollection services);

    protected static IServiceCollection AddContexts<TContext>(
        IServiceCollection services, Action<DbContextOptionsBuilder, IServiceProvider> use) where TContext : InvestrDbContext => services
        .AddPooledDbContextFactory<TContext>((provider, options) =>
        {
            use(options, provider);
            options.ReplaceService<IModelCacheKeyFactory, ModelOfItsKeys>()
                .Measure()
                .AddInterceptors(provider.GetServices<IInterceptor>());
        })
        .AddSingleton<IDbContextFactory<InvestrDbContext>, ContextFactory<TContext>>();

    /// <summary>Hands out contexts of one kind to those who ask for a context, whatever the database.</summary>
    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<InvestrDbContext>
        where TContext : InvestrDbContext
    {
        public InvestrDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
