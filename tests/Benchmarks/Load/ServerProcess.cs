using System.Diagnostics;
using System.Globalization;
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
    public static async Task<ServerProcess> StartAsync(string name, int port)
    {
        string[] command = [Environment.ProcessPath!, "--serve", name];
        if (File.Exists("/usr/bin/taskset")) command = ["/usr/bin/taskset", "-c", "0", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var server = new ServerProcess(name, Process.Start(start)!, port);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await server.ReadStatsAsync();
                return server;
            }
            catch (HttpRequestException) when (tries < 100 && !server._process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Bytes allocated and batches fetched since the server started.</summary>
    public async Task<(long Allocated, long Batches)> ReadStatsAsync()
    {
        var stats = JsonElement.Parse(await _client.GetStringAsync(new Uri("/stats", UriKind.Relative)));
        return (stats.GetProperty("allocated").GetInt64(), stats.GetProperty("batches").GetInt64());
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
}
