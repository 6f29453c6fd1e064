using Investr.Infrastructure.Persistence;
using Investr.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Api.Tests.Host;

/// <summary>The whole API on a free port, over a database of its own. Its clock stands still until a test moves it.</summary>
public class TestApi : IAsyncLifetime
{
    public const string AdminEmail = "root@example.com";
    public const string Password = "a horse that is correct";

    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;
    private readonly Factory _factory;
    private int _accounts;

    public TestApi()
        : this([])
    {
    }

    internal TestApi(params (string Name, string? Value)[] settings) => _factory = new(this, settings);

    public FakeClock Clock { get; } = new();

    /// <summary>The SQL statements that were sent.</summary>
    public StatementCounter Statements { get; } = new();

    public IServiceProvider Services => _factory.Services;

    /// <summary>The private keys that access tokens are signed with, in PEM.</summary>
    public string SigningKeys { get; } = TestSecrets.SigningKeys();

    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>Somebody who is not signed in.</summary>
    public TestClient Nobody => WithToken(null);

    public ValueTask InitializeAsync()
    {
        _factory.StartServer();
        return ValueTask.CompletedTask;
    }

    public TestClient WithToken(string? token) => new(Address, token);

    /// <summary>A new account of that name, signed in.</summary>
    public async Task<TestClient> SignUpAsync(string name = "ada", string currency = "USD")
    {
        var email = FormattableString.Invariant($"{name}.{Interlocked.Increment(ref _accounts)}@example.com");
        var tokens = (await Nobody.DataAsync(
            "mutation($input: SignUpInput!) { signUp(input: $input) { tokens { accessToken } errors { ... on Error { message } } } }",
            new { input = new { email, password = Password, displayName = name, baseCurrency = currency } })).At("signUp.tokens");
        return WithToken(tokens.Text("accessToken"));
    }

    public Task<TestClient> SignInAsAdministratorAsync() => SignInAsync(AdminEmail);

    /// <summary>Somebody with an account, signed in on one device more.</summary>
    public async Task<TestClient> SignInAsync(string email, string password = Password) => WithToken((await Nobody.DataAsync(
        "mutation($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } } }",
        new { input = new { email, password } })).Text("signIn.tokens.accessToken"));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _factory.DisposeAsync();
        await TestDatabase.Of(_folder).DeleteAsync();
    }

    /// <summary>What a test puts in place of the product's own parts.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    private sealed class Factory : WebApplicationFactory<Program>
    {
        private readonly TestApi _api;
        private readonly (string Name, string? Value)[] _settings;

        public Factory(TestApi api, (string Name, string? Value)[] settings)
        {
            (_api, _settings) = (api, settings);
            UseKestrel(port: 0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var (name, value) in TestDatabase.Of(_api._folder).Settings) builder.UseSetting(name, value);
            builder.UseSetting("Bootstrap:Admin:Email", AdminEmail);
            builder.UseSetting("Bootstrap:Admin:Password", Password);
            builder.UseSetting("Jwt:SigningKeys", _api.SigningKeys);
            builder.UseSetting("Protection:Key", TestSecrets.ProtectionKey());
            builder.UseSetting("RateLimits:Enabled", "false");
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("MarketData:Daily:Enabled", "false");
            builder.UseSetting("Logging:LogLevel:Default", "Critical");
            foreach (var (name, value) in _settings) builder.UseSetting(name, value);

            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_api.Clock));
                services.AddSingleton<IInterceptor>(_api.Statements);

                // Many accounts are made, and how hard a password is to guess is not what is tested here.
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                _api.Replace(services);
            });
        }
    }
}
