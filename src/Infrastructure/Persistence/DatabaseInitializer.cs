using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Investr.Infrastructure.Persistence;

/// <summary>
/// Brings the database to the newest schema, where it is set so, and runs the start-up steps: done before anything else of the host
/// starts, and begun as early as somebody asks.
/// </summary>
internal sealed class DatabaseInitializer(IServiceScopeFactory scopes, IDbContextFactory<InvestrDbContext> contexts, DatabaseOptions options)
    : IHostedLifecycleService
{
    private Task? _begun;

    /// <summary>Begins on another core; what goes wrong is told where the host starts.</summary>
    public void Begin() => _begun = Task.Run(InitializeAsync);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await (_begun ?? InitializeAsync()).WaitAsync(cancellationToken);
        _begun = null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task InitializeAsync()
    {
        await using (var context = await contexts.CreateDbContextAsync())
        {
            if (options.MigratesAtStart) await context.MigrateAsync(CancellationToken.None);
            else await RefuseEarlierSchemaAsync(context);
            await context.RefuseWrongSetupAsync(CancellationToken.None);
        }

        await using var scope = scopes.CreateAsyncScope();
        foreach (var step in scope.ServiceProvider.GetServices<IStartupStep>()) await step.RunAsync(CancellationToken.None);
    }

    private static async Task RefuseEarlierSchemaAsync(InvestrDbContext context)
    {
        var pending = (await context.Database.GetPendingMigrationsAsync()).Count();
        if (pending > 0)
            throw new DatabaseRefusedException($"The database lacks {pending} migration(s). Run the command migrate, or set Database__MigrateAtStart=true.");
    }
}
