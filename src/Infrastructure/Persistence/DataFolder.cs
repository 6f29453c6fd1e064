using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Investr.Infrastructure.Persistence;

/// <summary>Where files that belong to the data are kept: beside a database that is a file, else with the service.</summary>
internal sealed record DataFolder(string Path)
{
    public static DataFolder OfService(IServiceProvider provider) => new(Directory.CreateDirectory(
        System.IO.Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "data")).FullName);
}
