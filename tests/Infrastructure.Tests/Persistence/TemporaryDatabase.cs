using Investr.DataLoader;
using Investr.Infrastructure.Persistence;
using Investr.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>A real SQLite file in a folder of its own, with every migration applied; the folder goes with it.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private TemporaryDatabase(string folder, Action<IServiceCollection, IConfiguration>? more)
    {
        Folder = folder;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Investr"] = "Data Source=data/test.db" })
            .Build();

        var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = folder })
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IInterceptor>(Statements)
            .AddScoped<IBatchScheduler, BatchScheduler>()
            .AddLogging()
            .AddPersistence(configuration);

        more?.Invoke(services, configuration);
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public FakeClock Clock { get; } = new();

    public StatementCounter Statements { get; } = new();

    public IServiceProvider Services => _provider;

    public static async Task<TemporaryDatabase> CreateAsync(Action<IServiceCollection, IConfiguration>? more = null)
    {
        var database = new TemporaryDatabase(Directory.CreateTempSubdirectory("investr-test-").FullName, more);
        foreach (var starting in database.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await starting.StartingAsync(CancellationToken.None);

        database.Statements.Reset();
        return database;
    }

    public AsyncServiceScope Scope() => _provider.CreateAsyncScope();

    /// <summary>A context that shares nothing with any scope.</summary>
    public InvestrDbContext Context() => Services.GetRequiredService<IDbContextFactory<InvestrDbContext>>().CreateDbContext();

    /// <summary>Runs something in a scope of its own, as one request would.</summary>
    public async Task<TResult> InScopeAsync<TResult>(Func<IServiceProvider, Task<TResult>> act)
    {
        await using var scope = Scope();
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
