using Investr.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.Protection;

internal static class ProtectionSetup
{
    /// <summary>ASP.NET Core Data Protection, whose keys rotate by themselves and stay readable as long as they are in their folder.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Protection").Get<ProtectionOptions>() ?? new());
        services.AddSingleton(provider => ProtectionKey.Read(KeyText(provider)));
        services.TryAddSingleton<PersonalData>();

        services.AddDataProtection().SetApplicationName("Investr").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            var folder = PathOf(provider, provider.GetRequiredService<ProtectionOptions>().KeyRing, "key-ring");
            options.XmlRepository = new FileSystemXmlRepository(OwnerOnly.Folder(folder), provider.GetRequiredService<ILoggerFactory>());
            options.XmlEncryptor = new KeyRingCipher(provider);
        });
        return services;
    }

    private static string KeyText(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<ProtectionOptions>();
        return options.Key ?? OwnerOnly.ReadOrMake(PathOf(provider, options.KeyFile, "protection.key"), ProtectionKey.Make);
    }

    private static string PathOf(IServiceProvider provider, string? path, string byDefault) => path is null
        ? Path.Combine(provider.GetRequiredService<DataFolder>().Path, byDefault)
        : Path.GetFullPath(path, provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
}
