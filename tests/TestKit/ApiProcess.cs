using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Investr.TestKit;

/// <summary>The API as it is run: a process of its own on a free port, over the database in a folder, with an administrator.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    public const string Administrator = "root@example.com:a horse that is correct";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly string? _ownFolder;

    private ApiProcess(string? folder, params string[] arguments)
    {
        if (folder is null) folder = _ownFolder = Directory.CreateTempSubdirectory("investr-test-").FullName;
        Address = $"http://127.0.0.1:{FreePort()}";
        var credentials = Administrator.Split(':');
        _process = new()
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Investr.Api.dll"), .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = Address,
                    ["ConnectionStrings__Investr"] = $"Data Source={Path.Combine(folder, "investr.db")}",
                    ["Bootstrap__Admin__Email"] = credentials[0],
                    ["Bootstrap__Admin__Password"] = credentials[1],
                    ["Jwt__AccessTokenLifetime"] = "1.00:00:00",
                    ["Demo__Enabled"] = "false",
                    ["RateLimits__Enabled"] = "false",
                    ["MarketData__Simulated__TickInterval"] = "00:00:00.200",
                },
            },
        };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="folder">Where its database is; a folder that goes with it where none is named.</param>
    public static async Task<ApiProcess> StartAsync(CancellationToken cancellationToken, string? folder = null)
    {
        var api = new ApiProcess(folder);
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
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        await using var run = new ApiProcess(folder, arguments);
        await run._process.WaitForExitAsync(cancellationToken);
        return (run._process.ExitCode, run.Output);
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
        if (_ownFolder is not null) Directory.Delete(_ownFolder, recursive: true);
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
