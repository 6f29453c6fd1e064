using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Investr.Benchmarks.Load;

/// <summary>The product as it is run: a process of its own on a free port, over a database in a folder.</summary>
internal sealed class ApiProcess : IDisposable
{
    private const string Password = "a horse that is correct";

    private readonly Process _process;
    private readonly HttpClient _http;

    private ApiProcess(Process process, Uri address) => (_process, _http) = (process, new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) });

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ApiProcess> StartAsync(string folder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Investr.Api.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address,
                ["ConnectionStrings__Investr"] = $"Data Source={Path.Combine(folder, "investr.db")}",
                ["Demo__Enabled"] = "false",
                ["RateLimits__Enabled"] = "false",
                ["Jwt__SigningKeys"] = Secrets.SigningKeys,
                ["Protection__Key"] = Secrets.ProtectionKey,
            },
        };
        var api = new ApiProcess(Process.Start(start)!, new(address));
        api._process.BeginOutputReadLine();
        while (!await api.IsReadyAsync())
        {
            if (api._process.HasExited) throw new InvalidOperationException("The API ended at its start.");
            await Task.Delay(100);
        }

        return api;
    }

    public Task<ApiClient> SignUpAsync(string name) => ApiClient.OpenAsync(
        _http,
        "mutation($input: SignUpInput!) { signedIn: signUp(input: $input) { tokens { accessToken } } }",
        new { email = $"{name}@example.com", password = Password, displayName = name, baseCurrency = "USD" });

    public Task<ApiClient> SignInAsync(string name) => ApiClient.OpenAsync(
        _http,
        "mutation($input: SignInInput!) { signedIn: signIn(input: $input) { tokens { accessToken } } }",
        new { email = $"{name}@example.com", password = Password });

    public void Dispose()
    {
        _http.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
