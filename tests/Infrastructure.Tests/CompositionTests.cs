using Investr.Application;
using Investr.Application.Alerts;
using Investr.DataLoader;
using Investr.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSubstitute;

namespace Investr.Infrastructure.Tests;

public sealed class CompositionTests
{
    [Fact]
    public async Task A_host_starts_on_an_empty_folder_and_stops()
    {
        var folder = Directory.CreateTempSubdirectory("investr-test-").FullName;
        try
        {
            var host = Host(folder);
            await host.StartAsync(TestContext.Current.CancellationToken);

            await using (var scope = host.Services.CreateAsyncScope())
            {
                var context = scope.ServiceProvider.GetRequiredService<InvestrDbContext>();
                Assert.NotEmpty(await context.Assets.ToListAsync(TestContext.Current.CancellationToken));
            }

            await host.StopAsync(TestContext.Current.CancellationToken);
            await ((IAsyncDisposable)host).DisposeAsync();
            Assert.True(File.Exists(Path.Combine(folder, "data", "investr.db")));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Everything that is registered can be made, and nothing that lives as long as the host holds on to a request's part.
    private static IHost Host(string folder)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = folder, DisableDefaults = true, EnvironmentName = Environments.Development,
        });
        builder.Services
            .AddApplication()
            .AddInfrastructure(builder.Configuration)
            .AddScoped<IBatchScheduler, BatchScheduler>()
            .AddScoped(_ => Substitute.For<IViewer>())
            .AddSingleton(_ => Substitute.For<IAlertNotices>());

        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        return builder.Build();
    }
}
