using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.TestKit;

namespace Investr.Api.Tests.Market;

/// <summary>The service as a process, over HTTP to a market's API that answers as it is told.</summary>
public sealed class KilledRunTests
{
    private const int Assets = 2_500;
    private const int SymbolsACall = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_run_of_a_killed_process_is_finished_after_the_next_start_and_asks_for_nothing_twice()
    {
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isStuck = true;
        await using var stub = await MarketStub.StartAsync();

        // A thousand assets are a stretch, of ten calls. The second stretch hangs.
        stub.Answers(EndOfDayApi.Path, call => EndOfDayApi.Answer(call) with { After = Volatile.Read(ref isStuck) && stub.Calls.Count > 10 ? never.Task : Task.CompletedTask });
        var folder = Directory.CreateTempSubdirectory("investr-test-").FullName;
        try
        {
            string token;
            await using (var api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken, folder, EndOfDayApi.SettingsFor(stub)))
            {
                token = await SignInAsync(api);
                var root = new TestClient(new Uri(api.Address), token);
                await root.WatchManyAsync(Assets);
                await root.RefreshAsync();
                await UntilAsync(root, run => run.Int("assetsUpdated") == 1_000);
                await api.KillAsync();
            }

            Volatile.Write(ref isStuck, false);
            var before = stub.Calls.Count;
            await using (var api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken, folder, EndOfDayApi.SettingsFor(stub)))
            {
                var run = await UntilAsync(new TestClient(new Uri(api.Address), token), run => run.Text("status") != "RUNNING");

                Assert.Equal(("SUCCEEDED", Assets), (run.Text("status"), run.Int("assetsUpdated")));
            }

            // 1,500 assets were left.
            Assert.Equal(1_500 / SymbolsACall, stub.Calls.Count - before);
            Assert.Equal(1_500, stub.Calls.Skip(before).SelectMany(EndOfDayApi.SymbolsOf).Distinct().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> SignInAsync(ApiProcess api)
    {
        var credentials = ApiProcess.Administrator.Split(':');
        return (await new TestClient(new Uri(api.Address), token: null).DataAsync(
            "mutation($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { tokens { accessToken } } }",
            new { email = credentials[0], password = credentials[1] })).Text("signIn.tokens.accessToken")!;
    }

    private static async Task<JsonElement> UntilAsync(TestClient client, Func<JsonElement, bool> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var run = (await client.DataAsync("{ marketDataRuns(first: 1) { status assetsUpdated message } }")).At("marketDataRuns.0");
            if (happened(run)) return run;

            await Task.Delay(100, patience.Token);
        }
    }
}
