using System.Diagnostics;
using System.Globalization;
using System.Text;
using Investr.GraphQL.Tests.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Fuzzing;

/// <summary>Mutated bytes for all that takes bytes from outside: no crash, no hang, and in a long run no growth of memory.</summary>
/// <remarks>
/// A fixed number of inputs from a fixed seed; <c>INVESTR_SEED</c> names another, and <c>INVESTR_FUZZ_SECONDS</c> makes each target run that
/// long. An input that fails is shrunk and printed in base64: it belongs among the target's seeds, which are all tried first.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const long AllowedGrowth = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly int? Seconds = Setting("INVESTR_FUZZ_SECONDS");
    private static readonly int Seed = Setting("INVESTR_SEED") ?? 20_260_101;

    [Fact]
    public Task Documents() => FuzzAsync(new DocumentTarget(), inputs: 4_000);

    [Fact]
    public async Task Requests()
    {
        await using var services = FuzzSchema.Services();
        await FuzzAsync(new RequestTarget(services.GetRequiredService<IRequestExecutor>(), services), inputs: 2_000);
    }

    [Fact]
    public Task Json_bodies() => FuzzServerAsync(server => new JsonBodyTarget(server), inputs: 400);

    [Fact]
    public Task Multipart_bodies() => FuzzServerAsync(server => new MultipartTarget(server), inputs: 400);

    [Fact]
    public Task WebSocket_frames() => FuzzServerAsync(server => new FrameTarget(server), inputs: 200);

    private async Task FuzzServerAsync(Func<TestServer, FuzzTarget> target, int inputs)
    {
        await using var services = FuzzSchema.Services();
        await using var server = await TestServer.StartAsync(services.GetRequiredService<IRequestExecutor>(), new() { Batching = true });
        await FuzzAsync(target(server), inputs);

        using var hello = await server.Client.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent("""{"query":"{ hello }"}""", Encoding.UTF8, "application/json"));
        Assert.Equal("""{"data":{"hello":"world"}}""", await hello.Content.ReadAsStringAsync());
    }

    private async Task FuzzAsync(FuzzTarget target, int inputs)
    {
        output.WriteLine($"Seed (INVESTR_SEED): {Seed}");
        foreach (var seed in target.Seeds) await TryAsync(target, seed);

        var mutation = new ByteMutation(new Random(Seed), target.Seeds);
        var (clock, tried, before) = (Stopwatch.StartNew(), 0, 0L);
        while (Seconds is { } seconds ? clock.Elapsed.TotalSeconds < seconds : tried < inputs)
        {
            await TryAsync(target, mutation.Next());
            tried++;
            // Caches fill and code is compiled in the first part of a run.
            if (before == 0 && clock.Elapsed.TotalSeconds > Seconds / 5.0) before = GC.GetTotalMemory(forceFullCollection: true);
        }

        output.WriteLine($"{tried} inputs in {clock.Elapsed.TotalSeconds:0} s.");
        if (before == 0) return;

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"The heap grew by {growth / 1024} kB in the last four fifths.");
        Assert.True(growth < AllowedGrowth, $"The heap grew by {growth} bytes.");
    }

    private static async Task TryAsync(FuzzTarget target, byte[] input)
    {
        if (await FaultAsync(target, input) is not { } fault) return;

        var least = await ShrinkAsync(target, input);
        Assert.Fail($"{Convert.ToBase64String(least)}\n{Encoding.UTF8.GetString(least)}\n{await FaultAsync(target, least) ?? fault}");
    }

    private static async Task<Exception?> FaultAsync(FuzzTarget target, byte[] input)
    {
        try
        {
            await Task.Run(() => target.TakeAsync(input)).WaitAsync(Patience);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>Leaves out whatever is not needed for the fault, in smaller and smaller pieces.</summary>
    private static async Task<byte[]> ShrinkAsync(FuzzTarget target, byte[] input)
    {
        for (var length = input.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= input.Length;)
            {
                byte[] shorter = [.. input[..start], .. input[(start + length)..]];
                if (await FaultAsync(target, shorter) is not null) input = shorter;
                else start += length;
            }
        }

        return input;
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
