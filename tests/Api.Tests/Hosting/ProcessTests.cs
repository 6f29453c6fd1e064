using System.Net;
using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.TestKit;

namespace Investr.Api.Tests.Hosting;

/// <summary>The service as a process of its own: what it writes, and how it goes.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_is_JSON_and_has_nothing_of_a_person_at_any_level()
    {
        await using var service = await ApiProcess.StartAsync(
            Cancelled,
            folder: null,
            ("Shutdown__Notice", "00:00:00"),
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Debug"));
        var nobody = new TestClient(new Uri(service.Address), null);

        var signedUp = await nobody.DataAsync(
            """mutation { signUp(input: { email: "methuselah@example.org", password: "nine hundred and sixty-nine", displayName: "Methuselah Lamechson" }) { tokens { accessToken } } }""");
        var ada = new TestClient(new Uri(service.Address), signedUp.Text("signUp.tokens.accessToken"));
        foreach (var password in (string[])["nine hundred and sixty-nine", "a wrong guess"])
            await nobody.AskAsync($$"""mutation { signIn(input: { email: "methuselah@example.org", password: "{{password}}" }) { errors { ... on Error { code } } } }""");
        await nobody.AskAsync("""mutation { signUp(input: { email: "methuselah@example.org", password: "short", displayName: "" }) { errors { ... on Error { code } } } }""");

        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: "4711.11", note: "Rainmoney" }""");
        foreach (var row in (string[])["2024-01-02,DEPOSIT,,,,31415.92,USD,", "2024-01-02,Groceries,,,,1,USD,"])
        {
            await ada.AskAsync(
                "mutation($input: ImportTransactionsInput!) { importTransactions(input: $input) { errors { ... on Error { code } } } }",
                new { input = new { portfolioId = portfolio, text = $"date,type,symbol,quantity,unitPrice,amount,currency,fee\n{row}" } });
        }

        await service.AskToStopAsync();
        Assert.Equal(0, await service.EndAsync(Cancelled));

        string[] personal =
        [
            "methuselah", "lamechson", "example.org", "nine hundred", "wrong guess", "Rainmoney", "Groceries", "4711.11", "31415.92",
            "root@example.com", TestApi.Password, ada.Token!.Split('.')[2],
        ];
        Assert.All(personal, word => Assert.DoesNotContain(word, service.Output, StringComparison.OrdinalIgnoreCase));

        var lines = service.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonElement.Parse(line)).ToArray();
        Assert.All(lines, line => Assert.True(line.TryGetProperty("Timestamp", out _) && line.TryGetProperty("Level", out _), line.ToString()));
        Assert.Contains(lines, line => line.TryGetProperty("TraceId", out var trace) && trace.GetString()?.Length == 32);
    }

    [Fact]
    public async Task Asked_to_stop_it_first_says_so_then_sends_sockets_away_and_ends_what_has_begun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to ask with.");
        await using var service = await ApiProcess.StartAsync(Cancelled, folder: null, ("Shutdown__Notice", "00:00:08"));
        var client = new TestClient(new Uri(service.Address), null);
        using var socket = await client.ConnectAsync();
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).Text("type"));
        var body = new SlowlySent("""{ "query": "{ __typename }" }"""u8.ToArray());
        var begun = client.PostAsync(body);
        await body.HasBegun;

        await service.AskToStopAsync();
        await UntilUnreadyAsync(client);

        // Still here: whoever was sent before the notice was heard is served.
        Assert.Equal("Query", (await client.DataAsync("{ __typename }")).Text("__typename"));
        Assert.Equal(1001, (await socket.ReceiveAsync()).At("closed").GetInt32());

        body.SendIt();
        using var answer = await begun;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await service.EndAsync(Cancelled));
    }

    private static async Task UntilUnreadyAsync(TestClient client)
    {
        while (!await IsUnreadyAsync(client)) await Task.Delay(50, Cancelled);
    }

    private static async Task<bool> IsUnreadyAsync(TestClient client)
    {
        using var ready = await client.GetAsync("/health/ready");
        return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
    }

    /// <summary>White space at a pace that servers bear with, and the body itself when the test says so.</summary>
    private sealed class SlowlySent : HttpContent
    {
        private static readonly byte[] Space = [.. Enumerable.Repeat((byte)' ', 1_000)];

        private readonly byte[] _body;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowlySent(byte[] body)
        {
            _body = body;
            Headers.ContentType = new("application/json");
        }

        public Task HasBegun => _begun.Task;

        public void SendIt() => _goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (!_goOn.Task.IsCompleted)
            {
                await stream.WriteAsync(Space);
                await stream.FlushAsync();
                _begun.TrySetResult();
                await Task.WhenAny(_goOn.Task, Task.Delay(200));
            }

            await stream.WriteAsync(_body);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
