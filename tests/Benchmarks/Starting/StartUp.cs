using System.Diagnostics;
using System.Globalization;
using Investr.Benchmarks.Load;
using Investr.TestKit;

namespace Investr.Benchmarks.Starting;

/// <summary>How long the published API takes from the start of its process to its first answers, and what that is made of.</summary>
/// <remarks>Parts are differences: a bare host, the schema printed, a start over a database that is there, and one without.</remarks>
internal static class StartUp
{
    private const int Rounds = 7;
    private const string Name = """{"query":"{ __typename }"}""";
    private const string Rows = """{"query":"{ assets(first: 1) { nodes { symbol } } }"}""";

    /// <param name="folder">Where the API was published to.</param>
    public static async Task RunAsync(string folder)
    {
        var api = Path.Combine(Path.GetFullPath(folder), "Investr.Api.dll");
        var data = Directory.CreateTempSubdirectory("investr-startup-");
        // The starts share a folder, and with another key its key ring could not be read.
        var (signingKeys, protectionKey) = (TestSecrets.SigningKeys(), TestSecrets.ProtectionKey());
        var steps = new Dictionary<string, List<(double Wall, double? Cpu)>>();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var database = Path.Combine(data.FullName, $"{round}.db");
                await AnswerAsync("bare host: first answer", null, [Environment.ProcessPath!, "--serve", "floor"], "");
                await PrintSchemaAsync();
                await AnswerAsync("first start: first answer", null, ["dotnet", api], database);
                await AnswerAsync("start: first answer", "start: first rows", ["dotnet", api], database);
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }

        Console.WriteLine("| from the start of the process to | s, best | median | CPU s, best | median |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (step, times) in steps)
        {
            var (wall, cpu) = (Figures(times.Select(time => (double?)time.Wall)), Figures(times.Select(time => time.Cpu)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {step} | {wall.Best:0.00} | {wall.Median:0.00} | {cpu.Best:0.00} | {cpu.Median:0.00} |"));
        }

        async Task AnswerAsync(string step, string? rowsStep, string[] command, string database)
        {
            var clock = Stopwatch.StartNew();
            using var server = ServerProcess.Launch(
                step,
                data.FullName,
                command,
                ("ConnectionStrings__Investr", $"Data Source={database}"),
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("Jwt__SigningKeys", signingKeys),
                ("Protection__Key", protectionKey));
            await server.UntilAnsweredAsync(Name);
            Note(step, clock.Elapsed, server.ReadCpuTime());
            if (rowsStep is null) return;

            await server.UntilAnsweredAsync(Rows);
            Note(rowsStep, clock.Elapsed, server.ReadCpuTime());
        }

        async Task PrintSchemaAsync()
        {
            var clock = Stopwatch.StartNew();
            using var print = Process.Start(new ProcessStartInfo("dotnet", [api, "schema", "print"]) { RedirectStandardOutput = true, WorkingDirectory = data.FullName })!;
            await print.StandardOutput.ReadToEndAsync();
            await print.WaitForExitAsync();
            Note("the schema printed", clock.Elapsed, null);
        }

        // The CPU time of a process that has ended is not told.
        void Note(string step, TimeSpan wall, TimeSpan? cpu)
        {
            if (!steps.TryGetValue(step, out var times)) steps[step] = times = [];
            times.Add((wall.TotalSeconds, cpu?.TotalSeconds));
        }
    }

    private static (double? Best, double? Median) Figures(IEnumerable<double?> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[0], ordered[Rounds / 2]);
    }
}
