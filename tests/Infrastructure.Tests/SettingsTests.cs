using Investr.Infrastructure.Identity;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Every_fault_is_told_in_one_message()
    {
        var message = FaultOf(
            ("Database:Provider", "Oracle"),
            ("ConnectionStrings:Investr", "Data Source=:memory:"),
            ("Database:CommandTimeout", "00:00:00"),
            ("Jwt:Issuer", ""),
            ("Jwt:RefreshTokenLifetime", "00:05:00"),
            ("Bootstrap:Admin:Email", "root"),
            ("Bootstrap:Admin:Password", "short"));

        string[] settings =
        [
            "Database__Provider", "ConnectionStrings__Investr", "Database__CommandTimeout", "Jwt__Issuer", "Jwt__RefreshTokenLifetime",
            "Bootstrap__Admin__Email", "Bootstrap__Admin__Password",
        ];
        Assert.All(settings, setting => Assert.Contains(setting, message, StringComparison.Ordinal));
        Assert.DoesNotContain("short'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void A_connection_string_must_name_a_file(string connection) =>
        Assert.Contains("ConnectionStrings__Investr", FaultOf(("ConnectionStrings:Investr", connection)), StringComparison.Ordinal);

    [Theory]
    [InlineData("SqlServer", "Server=db.example.com")]
    [InlineData("SqlServer", "Data Source=data/investr.db")]
    [InlineData("SqlServer", "nonsense")]
    [InlineData("PostgreSql", "Host=db.example.com")]
    [InlineData("PostgreSql", "Data Source=data/investr.db")]
    [InlineData("PostgreSql", "")]
    public void A_connection_string_must_name_a_server_and_a_database(string provider, string connection) => Assert.Contains(
        "ConnectionStrings__Investr",
        FaultOf(("Database:Provider", provider), ("ConnectionStrings:Investr", connection)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("SqlServer", "Server=db.example.com;Database=Investr;Password=hunter2;Sorver=x")]
    [InlineData("PostgreSql", "Host=db.example.com;Database=investr;Password=hunter2;Hast=x")]
    public void A_fault_of_a_connection_string_does_not_tell_its_password(string provider, string connection) => Assert.DoesNotContain(
        "hunter2", FaultOf(("Database:Provider", provider), ("ConnectionStrings:Investr", connection)), StringComparison.Ordinal);

    [Theory]
    [InlineData("SqlServer", "Server=db.example.com;Database=Investr")]
    [InlineData("sqlserver", "Data Source=db.example.com;Initial Catalog=Investr;Encrypt=true")]
    [InlineData("PostgreSql", "Host=db.example.com;Database=investr")]
    public void A_server_is_settings_enough(string provider, string connection) =>
        Services([("Database:Provider", provider), ("ConnectionStrings:Investr", connection)]).GetRequiredService<IStartupValidator>().Validate();

    [Fact]
    public void Nothing_needs_to_be_set() => Services([]).GetRequiredService<IStartupValidator>().Validate();

    private static string FaultOf(params (string Key, string Value)[] settings) =>
        Assert.ThrowsAny<Exception>(() => Services(settings).GetRequiredService<IStartupValidator>().Validate()).Message;

    private static ServiceProvider Services((string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();

        return new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = Environments.Development })
            .AddLogging()
            .AddProtection(configuration)
            .AddPersistence(configuration)
            .AddIdentity(configuration)
            .BuildServiceProvider();
    }
}
