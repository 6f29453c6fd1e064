using Investr.Infrastructure.Identity;
using Investr.Infrastructure.Protection;
using Investr.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Investr.Infrastructure.Tests.Protection;

public sealed class SecretsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;

    [Fact]
    public void A_secret_in_a_settings_file_is_refused()
    {
        var file = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(file, $$"""{ "Protection": { "Key": "{{TestSecrets.ProtectionKey()}}" } }""");

        var fault = Assert.Single(FaultsOf(ProtectionKey.Secret, configuration => configuration.AddJsonFile(file)));

        Assert.Contains("settings file", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_the_environment_is_taken_although_a_settings_file_has_another()
    {
        var file = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(file, """{ "Protection": { "Key": "nonsense" } }""");

        Assert.Empty(FaultsOf(ProtectionKey.Secret, configuration => configuration
            .AddJsonFile(file)
            .AddInMemoryCollection([new("Protection:Key", TestSecrets.ProtectionKey())])));
    }

    [Fact]
    public void A_file_of_its_owner_serves_in_production()
    {
        var file = Path.Combine(_folder, "keys.pem");
        OwnerOnly.ReadOrMake(file, TestSecrets.SigningKeys);

        Assert.Empty(FaultsOf(SigningKeys.Secret, configuration => configuration.AddInMemoryCollection([new("Jwt:KeyFile", file)])));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64!")]
    public void A_key_of_personal_data_has_32_bytes(string key) => Assert.Contains(
        "32 bytes",
        Assert.Single(FaultsOf(ProtectionKey.Secret, configuration => configuration.AddInMemoryCollection([new("Protection:Key", key)]))),
        StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] FaultsOf(Secret secret, Action<IConfigurationBuilder> configure)
    {
        var configuration = new ConfigurationBuilder();
        configure(configuration);
        var environment = new HostingEnvironment { ContentRootPath = _folder, EnvironmentName = Environments.Production };
        return [.. new Secrets(configuration.Build(), environment, new ServiceCollection().BuildServiceProvider()).FaultsOf(secret)];
    }
}
