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
        services.AddSettings<ProtectionOptions>(configuration.GetSection("Protection")).AddSecret<ProtectionOptions>(ProtectionKey.Secret);
        services.AddSingleton(provider => new Secrets(configuration, provider.GetRequiredService<IHostEnvironment>(), provider));
        services.AddSingleton(provider => ProtectionKey.Read(provider.GetRequiredService<Secrets>().Read(ProtectionKey.Secret)));
        services.TryAddSingleton<PersonalData>();

        services.AddDataProtection().SetApplicationName("Investr").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            options.XmlRepository = new FileSystemXmlRepository(OwnerOnly.Folder(KeyRingOf(provider)), provider.GetRequiredService<ILoggerFactory>());
            options.XmlEncryptor = new KeyRingCipher(provider);
        });
        return services;
    }

    private static string KeyRingOf(IServiceProvider provider) => provider.GetRequiredService<ProtectionOptions>().KeyRing is { } folder
        ? Path.GetFullPath(folder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)
        : Path.Combine(provider.GetRequiredService<DataFolder>().Path, "key-ring");
}
