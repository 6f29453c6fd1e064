using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Investr.Conformance.Tests.Api;

/// <summary>The API as it is run: a process of its own on a free port, over a database of its own, with an administrator.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    public const string Administrator = "root@example.com:a horse that is correct";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private ApiProcess()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var credentials = Administrator.Split(':');
        _process = new()
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Investr.Api.dll")])
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = Address,
                    ["ConnectionStrings__Investr"] = $"Data Source={Path.Combine(_folder, "investr.db")}",
                    ["Bootstrap__Admin__Email"] = credentials[0],
                    ["Bootstrap__Admin__Password"] = credentials[1],
                    ["Demo__Enabled"] = "false",
                    ["RateLimits__Enabled"] = "false",
                    ["MarketData__Simulated__TickInterval"] = "00:00:00.200",
                },
            },
        };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
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
    public static async Task<ApiProcess> StartAsync(CancellationToken cancellationToken)
    {
        var api = new ApiProcess();
        try
        {
            api._process.Start();
            api._process.BeginOutputReadLine();
            api._process.BeginErrorReadLine();
            await api.WaitUntilReadyAsync(cancellationToken);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!_process.HasExited && !await IsReadyAsync(http, patience.Token)) await Task.Delay(100, patience.Token);

        Assert.False(_process.HasExited, $"The API ended at its start:\n{Output}");
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
