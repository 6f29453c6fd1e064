using System.Diagnostics;

namespace Investr.Benchmarks.Load;

/// <summary>mercurius with graphql-jit, the fastest of the other servers that run here. Its packages are installed at the first start.</summary>
internal static class Mercurius
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    public static async Task<ServerProcess> StartAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await InstallAsync();
        return await ServerProcess.StartAsync("mercurius + jit", Folder, "node", "mercurius.mjs");
    }

    private static async Task InstallAsync()
    {
        using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder })!;
        await install.WaitForExitAsync();
        if (install.ExitCode != 0) throw new InvalidOperationException("npm could not install the peers.");
    }
}
