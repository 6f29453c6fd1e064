using Investr.TestKit;

namespace Investr.Api.Tests.Hosting;

/// <summary>What keeps the service from starting, as whoever starts it sees it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Every_fault_of_the_settings_is_told_at_once_and_without_a_stack_trace()
    {
        var (code, output) = await RunAsync(
            ("Database__Provider", "Oracle"),
            ("Jwt__AccessTokenLifetime", "00:00:01"),
            ("Bootstrap__Admin__Password", "short"),
            ("MarketData__Simulated__TickInterval", "00:00:00"),
            ("RateLimits__SignInBurst", "0"),
            ("Proxies__Known__0", "the one at the door"),
            ("Cors__Origins__0", "https://app.example.com/"),
            ("Shutdown__Notice", "1.00:00:00"),
            ("Jwt__RefreshTokenLifetime", "a month"));

        Assert.Equal(1, code);
        string[] named =
        [
            "Database__Provider", "Jwt__AccessTokenLifetime", "Bootstrap__Admin__Password", "TickInterval",
            "RateLimits__SignInBurst", "Proxies__Known", "Cors__Origins", "Shutdown__Notice", "Jwt__RefreshTokenLifetime",
        ];
        Assert.All(named, setting => Assert.Contains(setting, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_secrets_it_says_which_are_missing_and_how_to_make_them()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "On a server the secrets lie with the program, which every test shares.");
        var (code, output) = await RunAsync(("Jwt__KeyFile", null), ("Protection__KeyFile", null));

        Assert.Equal(1, code);
        Assert.Contains("Jwt__SigningKeys, or Jwt__KeyFile", output, StringComparison.Ordinal);
        Assert.Contains("openssl genpkey", output, StringComparison.Ordinal);
        Assert.Contains("Protection__Key, or Protection__KeyFile", output, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_that_are_broken_or_in_a_file_that_others_may_read_are_told_together()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("investr-test-").FullName, "open.key");
        await File.WriteAllTextAsync(file, TestSecrets.ProtectionKey(), TestContext.Current.CancellationToken);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights elsewhere.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var (code, output) = await RunAsync(("Jwt__SigningKeys", "no key"), ("Protection__KeyFile", file));

        Assert.Equal(1, code);
        Assert.Contains("private keys on the curve P-256", output, StringComparison.Ordinal);
        Assert.Contains($"chmod 600 '{file}'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_development_made_for_itself_is_no_secret_in_production()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "On a server the secrets lie with the program, which every test shares.");
        await using var development = await ApiProcess.StartAsync(
            TestContext.Current.CancellationToken,
            folder: null,
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Jwt__KeyFile", null), ("Protection__KeyFile", null));
        string KeptIn(string name) => Path.Combine(development.Folder, "data", name);

        var (code, output) = await RunAsync(
            ("Jwt__KeyFile", KeptIn("signing-keys.pem")), ("Protection__KeyFile", KeptIn("protection.key")));

        Assert.Equal(1, code);
        Assert.Contains("The signing key of access tokens was made for development", output, StringComparison.Ordinal);
        Assert.Contains("The key of personal data was made for development", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(params (string Name, string? Value)[] settings)
    {
        await using var service = ApiProcess.Start(settings);
        var code = await service.EndAsync(TestContext.Current.CancellationToken);
        return (code, service.Output);
    }
}
