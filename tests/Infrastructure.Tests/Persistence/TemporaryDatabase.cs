using Investr.Application.Auditing;
using Investr.DataLoader;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Protection;
using Investr.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>A real database, with every migration applied, and a folder of its own; both go with the test.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    // EF keeps a model, and what it compiled of queries, for each set of keys; one for all tests saves most of their time.
    private static readonly PersonalData SharedSeal =
        new(new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), ProtectionKey.Read(ProtectionKey.Make()));

    private readonly ServiceProvider _provider;
    private readonly Action<IServiceCollection, IConfiguration>? _more;

    private TemporaryDatabase(string folder, Action<IServiceCollection, IConfiguration>? more)
    {
        (Folder, _more) = (folder, more);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(TestDatabase.Of(folder).Settings)
            .Build();

        var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = folder, EnvironmentName = Environments.Development })
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IInterceptor>(Statements)
            .AddSingleton(SharedSeal)
            .AddScoped<IBatchScheduler, BatchScheduler>()
            .AddScoped<AuditNote>()
            .AddLogging()
            .AddProtection(configuration)
            .AddPersistence(configuration);

        more?.Invoke(services, configuration);
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public FakeClock Clock { get; } = new();

    public StatementCounter Statements { get; } = new();

    public IServiceProvider Services => _provider;

    public static Task<TemporaryDatabase> CreateAsync(Action<IServiceCollection, IConfiguration>? more = null) =>
        StartedAsync(new(Directory.CreateTempSubdirectory("investr-test-").FullName, more));

    /// <summary>What a start of the service in the same folder finds.</summary>
    public Task<TemporaryDatabase> RestartedAsync() => StartedAsync(new(Folder, _more));

    private static async Task<TemporaryDatabase> StartedAsync(TemporaryDatabase database)
    {
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
        await TestDatabase.Of(Folder).DeleteAsync();
    }
}
