using Investr.Benchmarks.Workload;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Benchmarks.Servers;

/// <summary>The workload served by the library, as any application would set it up.</summary>
internal static class LibraryServer
{
    public static Task RunAsync() => BenchmarkServer.RunAsync(
        services =>
        {
            services.AddGraphQLServer().AddTypes(typeof(LibraryServer).Assembly);
            services.AddScoped<AssetLoader>().AddSingleton<TickSource>().AddSingleton<ITickPublisher>(provider => provider.GetRequiredService<TickSource>());
        },
        app =>
        {
            app.UseWebSockets();
            app.MapGraphQL();
        });
}
