using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Investr.Benchmarks.Load;

/// <summary>A server as a child process on a core of its own, with the counters that are read from outside.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const double ClockTicksPerSecond = 100;
    private readonly Process _process;
    private readonly HttpClient _client;

    private ServerProcess(string name, Process process, int port)
    {
        (Name, _process, Port) = (name, process, port);
        _client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>Starts this program again as a server, and waits until it answers.</summary>
    public static Task<ServerProcess> StartAsync(string name) => StartAsync(name, AppContext.BaseDirectory, Environment.ProcessPath!, "--serve", name);

    /// <summary>Starts this program again as a server that has all cores, and waits until it answers.</summary>
    public static Task<ServerProcess> StartUnboundAsync(string name, params (string Name, string Value)[] settings) =>
        Launch(name, AppContext.BaseDirectory, [Environment.ProcessPath!, "--serve", name], settings).UntilServingAsync();

    /// <summary>Starts a program as a server, and waits until it answers.</summary>
    public static Task<ServerProcess> StartAsync(string name, string folder, params string[] command)
    {
        if (File.Exists("/usr/bin/taskset")) command = ["/usr/bin/taskset", "-c", "0", .. command];
        return Launch(name, folder, command, ("NODE_ENV", "production")).UntilServingAsync();
    }

    /// <summary>Starts a program as a server, on a free port.</summary>
    public static ServerProcess Launch(string name, string folder, string[] command, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        foreach (var (setting, value) in settings) start.Environment[setting] = value;
        var server = new ServerProcess(name, Process.Start(start)!, port);
        // Nobody reads what it prints, and a full pipe would stop it.
        server._process.OutputDataReceived += static (_, _) => { };
        server._process.BeginOutputReadLine();
        return server;
    }

    /// <summary>Asks, again and again, until it is answered with data.</summary>
    public async Task UntilAnsweredAsync(string body)
    {
        while (!_process.HasExited)
        {
            try
            {
                var answer = await PostAsync(body);
                if (answer.StartsWith("{\"data\":", StringComparison.Ordinal)) return;
                throw new InvalidOperationException(answer);
            }
            catch (HttpRequestException)
            {
                // Asked more often, the asking would take a good part of a core from the server.
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException($"{Name} has ended.");
    }

    /// <summary>Keeps the load off the servers' core, where there is another.</summary>
    public static void LeaveCoreToServers()
    {
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1) Process.GetCurrentProcess().ProcessorAffinity = ~1 & ((1 << Environment.ProcessorCount) - 1);
    }

    /// <summary>Bytes allocated and batches fetched since the server started.</summary>
    public async Task<(long Allocated, long Batches)> ReadStatsAsync()
    {
        var stats = await StatsAsync("/stats");
        return (stats.GetProperty("allocated").GetInt64(), stats.GetProperty("batches").GetInt64());
    }

    /// <summary>Bytes on the managed heap, after a collection, and resident in all.</summary>
    public async Task<(long Heap, long Resident)> ReadMemoryAsync()
    {
        var stats = await StatsAsync("/stats?collect=true");
        return (stats.GetProperty("heap").GetInt64(), stats.GetProperty("workingSet").GetInt64());
    }

    /// <summary>How many subscriptions have their source open.</summary>
    public async Task<int> ReadSubscribersAsync() => (await StatsAsync("/stats")).GetProperty("subscribers").GetInt32();

    /// <summary>Has prices published for some seconds, of one symbol after the other; the number of the last.</summary>
    public async Task<int> PublishPricesAsync(string[] symbols, int seconds)
    {
        using var published = await _client.PostAsync(new Uri($"/publish?seconds={seconds}&symbols={Uri.EscapeDataString(string.Join(' ', symbols))}", UriKind.Relative), null);
        published.EnsureSuccessStatusCode();
        return int.Parse(await published.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Sends an event to every subscriber.</summary>
    public async Task TickAsync(int seq)
    {
        using var sent = await _client.PostAsync(new Uri($"/tick?seq={seq}", UriKind.Relative), null);
        sent.EnsureSuccessStatusCode();
    }

    public async Task<string> PostAsync(string body)
    {
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await _client.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>CPU time that the server has used, by the kernel's count.</summary>
    public TimeSpan ReadCpuTime()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        // The name in parentheses may have spaces; user and system time are the 12th and 13th word after it.
        var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(words[11], CultureInfo.InvariantCulture) + long.Parse(words[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / ClockTicksPerSecond);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _client.Dispose();
    }

    private async Task<ServerProcess> UntilServingAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ReadStatsAsync();
                return this;
            }
            catch (HttpRequestException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<JsonElement> StatsAsync(string path) => JsonElement.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
