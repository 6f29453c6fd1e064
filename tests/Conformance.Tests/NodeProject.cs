using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Investr.TestKit;

[assembly: AssemblyFixture(typeof(Investr.Conformance.Tests.NodeProject))]
[assembly: AssemblyFixture(typeof(Investr.Conformance.Tests.ClientsProject))]

namespace Investr.Conformance.Tests;

/// <summary>The Node project beside the tests, its packages installed once for all of them. Tests skip where there is no Node.</summary>
public class NodeProject : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private string? _missing;

    /// <summary>The reference implementations.</summary>
    public NodeProject()
        : this("node")
    {
    }

    /// <summary>Another project beside the tests.</summary>
    protected NodeProject(string folder) => Folder = Path.Combine(Repository.Folder, "tests/Conformance.Tests", folder);

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>Whether scripts can be run.</summary>
    public bool IsReady => _missing is null;

    public async ValueTask InitializeAsync()
    {
        try
        {
            var (installed, locked) = (Path.Combine(Folder, "node_modules/.package-lock.json"), Path.Combine(Folder, "package-lock.json"));
            if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(locked)) return;
            await RunProgramAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        catch (Win32Exception missing)
        {
            _missing = missing.Message;
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Skips the running test where there is no Node.</summary>
    public void SkipWithoutNode() => Assert.SkipUnless(IsReady, $"Node is not installed: {_missing}");

    /// <summary>Runs a script of the project to its end, and gives what it printed.</summary>
    public Task<string> RunAsync(string script, params string[] arguments)
    {
        SkipWithoutNode();
        return RunProgramAsync("node", [script, .. arguments]);
    }

    /// <summary>Runs a file of tests of the project to its end, with settings in its environment, and gives its report in TAP.</summary>
    public Task<string> RunTestsAsync(string file, IReadOnlyDictionary<string, string?> settings)
    {
        SkipWithoutNode();
        return RunProgramAsync("node", settings, "--test", "--test-reporter=tap", file);
    }

    private Task<string> RunProgramAsync(string program, params string[] arguments) =>
        RunProgramAsync(program, new Dictionary<string, string?>(), arguments);

    private async Task<string> RunProgramAsync(string program, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} failed: {await errors}{await output}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>The Node project of the clients that must work with the API.</summary>
public sealed class ClientsProject() : NodeProject("clients");
