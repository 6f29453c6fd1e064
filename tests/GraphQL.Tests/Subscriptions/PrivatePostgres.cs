using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Investr.GraphQL.Tests.Subscriptions;

/// <summary>A PostgreSQL of the tests' own, on a free port and in a folder that goes with it.</summary>
public sealed class PrivatePostgres : IAsyncLifetime
{
    private const string Installed = "/usr/lib/postgresql";

    private readonly string? _programs = Directory.Exists(Installed)
        ? Directory.EnumerateDirectories(Installed).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("topics-");
    private readonly int _port = FreePort();

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=30";

    public void SkipWithout() => Assert.SkipWhen(_programs is null, $"There is no PostgreSQL in {Installed}.");

    public async ValueTask InitializeAsync()
    {
        if (_programs is null || OperatingSystem.IsWindows()) return;

        // The database does not run as root, and its folder is its own.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        await RunAsync("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        await StartAsync();
    }

    public Task StartAsync() => RunAsync(
        "pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-p {_port} -k {_folder.FullName} -c listen_addresses=127.0.0.1 -c fsync=off");

    public Task StopAsync() => RunAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);

    public async ValueTask DisposeAsync()
    {
        if (_programs is not null) await StopAsync();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task RunAsync(string program, params string[] arguments)
    {
        string[] command = [.. Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : Array.Empty<string>(), Path.Combine(_programs!, program), .. arguments];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = program != "pg_ctl" })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
