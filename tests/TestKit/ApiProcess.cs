using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Investr.TestKit;

/// <summary>The API as it is run: a process of its own on a free port, over the database in a folder, with secrets and an administrator.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    public const string Administrator = "root@example.com:a horse that is correct";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly bool _ownsFolder;

    private ApiProcess(string? folder, string[] arguments, params IReadOnlyList<(string Name, string? Value)> settings)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("investr-test-").FullName;
        Address = $"http://127.0.0.1:{FreePort()}";
        var credentials = Administrator.Split(':');
        _process = new()
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Investr.Api.dll"), .. arguments])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = Address,
                    ["Bootstrap__Admin__Email"] = credentials[0],
                    ["Bootstrap__Admin__Password"] = credentials[1],
                    ["Jwt__KeyFile"] = SecretFile("signing-keys.pem", TestSecrets.SigningKeys),
                    ["Protection__KeyFile"] = SecretFile("protection.key", TestSecrets.ProtectionKey),
                    ["Jwt__AccessTokenLifetime"] = "1.00:00:00",
                    ["Demo__Enabled"] = "false",
                    ["RateLimits__Enabled"] = "false",
                    ["MarketData__Simulated__TickInterval"] = "00:00:00.200",
                },
            },
        };
        foreach (var (name, value) in TestDatabase.Of(Folder).Settings)
            _process.StartInfo.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (name, value) in settings) _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>Where its database and its secrets are.</summary>
    public string Folder { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it with more settings, as the environment names them; a null takes one away.</summary>
    public static ApiProcess Start(params IReadOnlyList<(string Name, string? Value)> settings) => new(folder: null, [], settings);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="folder">Where its database is; a folder that goes with it where none is named.</param>
    /// <param name="settings">More settings, as the environment names them.</param>
    public static async Task<ApiProcess> StartAsync(
        CancellationToken cancellationToken, string? folder = null, params IReadOnlyList<(string Name, string? Value)> settings)
    {
        var api = new ApiProcess(folder, [], settings);
        try
        {
            await api.WaitUntilReadyAsync(cancellationToken);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of the program's commands over the database in a folder.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string[] arguments, CancellationToken cancellationToken, params IReadOnlyList<(string Name, string? Value)> settings)
    {
        await using var run = new ApiProcess(folder, arguments, settings);
        return (await run.EndAsync(cancellationToken), run.Output);
    }

    /// <summary>Asks it to stop, as an operating system would (SIGTERM).</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Its exit code, once it has ended and everything that it wrote was read.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a loss of power would: nothing of it is asked or told (SIGKILL).</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownsFolder) await TestDatabase.Of(Folder).DeleteAsync();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!_process.HasExited && !await IsReadyAsync(http, patience.Token)) await Task.Delay(100, patience.Token);

        if (_process.HasExited) throw new InvalidOperationException($"The API ended at its start:\n{Output}");
    }

    private async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"{Address}/health/ready"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    // Kept with the database, for whoever starts it again.
    private string SecretFile(string name, Func<string> make)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "secrets")).FullName, name);
        if (File.Exists(file)) return file;

        File.WriteAllText(file, make());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
