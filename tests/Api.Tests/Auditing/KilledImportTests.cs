using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.GraphQL.Types;
using Investr.TestKit;

namespace Investr.Api.Tests.Auditing;

/// <summary>
/// The service, as a process, is killed while it imports: INVESTR_TEST_CRASHES times (5, if not set), at moments that a seeded generator
/// spreads around the time that an import takes.
/// </summary>
public sealed class KilledImportTests(ITestOutputHelper output)
{
    private const int Rows = 10_000;
    private const int Seed = 20_261_122;

    private static readonly int Crashes =
        int.Parse(Environment.GetEnvironmentVariable("INVESTR_TEST_CRASHES") ?? "5", CultureInfo.InvariantCulture);

    // A day each, back from 2025 on, so that no row is like another.
    private static readonly string Csv = string.Join('\n', Enumerable.Range(0, Rows)
        .Select(row => $"{new DateOnly(2025, 1, 1).AddDays(-row):O},DEPOSIT,1,USD,row-{row}").Prepend("date,type,amount,currency,externalId"));

    [Fact]
    public async Task A_killed_import_has_left_all_of_its_rows_or_none_and_the_audit_log_agrees()
    {
        var folder = Directory.CreateTempSubdirectory("investr-test-").FullName;
        var moments = new Random(Seed);
        var (all, none) = (0, 0);

        var api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken, folder);
        try
        {
            var token = await SignUpAsync(api);
            var administrator = await SignInAsAdministratorAsync(api);
            await TimedImportAsync(api, token);
            var span = await TimedImportAsync(api, token);

            for (var crash = 0; crash < Crashes; crash++)
            {
                var portfolio = await ClientOf(api, token).CreatePortfolioAsync();
                var importing = ImportAsync(ClientOf(api, token), portfolio);
                var moment = span * moments.NextDouble();
                await Task.Delay(moment, TestContext.Current.CancellationToken);
                await api.KillAsync();
                await api.DisposeAsync();
                var answered = await AnswersAsync(importing);

                var (exitCode, told) = await ApiProcess.RunAsync(folder, ["audit", "verify"], TestContext.Current.CancellationToken);
                Assert.True(exitCode == 0, told);

                api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken, folder);
                var rows = await RowsAsync(ClientOf(api, token), portfolio);
                Assert.True(rows is 0 or Rows, $"After crash {crash} there are {rows} rows.");
                Assert.Equal(rows == Rows, await IsToldAsync(api, administrator, portfolio));
                if (answered) Assert.Equal(Rows, rows);
                output.WriteLine($"Killed after {moment.TotalMilliseconds:N0} of {span.TotalMilliseconds:N0} ms: {rows} rows.");

                // However busy the machine is, about as many are killed before the commit as after it.
                if (rows == Rows) (all, span) = (all + 1, span * 0.9);
                else (none, span) = (none + 1, span * 1.1);
            }

            output.WriteLine($"{Crashes} crashes: {all} times all rows, {none} times none.");
        }
        finally
        {
            await api.DisposeAsync();
            await TestDatabase.Of(folder).DeleteAsync();
        }
    }

    private static TestClient ClientOf(ApiProcess api, string token) => new(new Uri(api.Address), token);

    private static async Task<string> SignUpAsync(ApiProcess api) => (await new TestClient(new Uri(api.Address), token: null).DataAsync(
        """mutation($password: String!) { signUp(input: { email: "ada@example.com", displayName: "Ada", password: $password }) { tokens { accessToken } } }""",
        new { password = TestApi.Password })).Text("signUp.tokens.accessToken")!;

    private static async Task<string> SignInAsAdministratorAsync(ApiProcess api)
    {
        var credentials = ApiProcess.Administrator.Split(':');
        return (await new TestClient(new Uri(api.Address), token: null).DataAsync(
            "mutation($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { tokens { accessToken } } }",
            new { email = credentials[0], password = credentials[1] })).Text("signIn.tokens.accessToken")!;
    }

    private static async Task<TimeSpan> TimedImportAsync(ApiProcess api, string token)
    {
        var portfolio = await ClientOf(api, token).CreatePortfolioAsync();
        var from = Stopwatch.GetTimestamp();
        await ImportAsync(ClientOf(api, token), portfolio);
        return Stopwatch.GetElapsedTime(from);
    }

    private static Task<JsonElement> ImportAsync(TestClient client, string portfolio) => client.DataAsync(
        "mutation($id: ID!, $csv: String!) { importTransactions(input: { portfolioId: $id, text: $csv }) { result { imported } } }",
        new { id = portfolio, csv = Csv });

    private static async Task<bool> AnswersAsync(Task<JsonElement> importing)
    {
        try
        {
            return (await importing).At("importTransactions.result.imported").GetInt32() == Rows;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> RowsAsync(TestClient client, string portfolio) =>
        (await client.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { totalCount } } }", new { id = portfolio }))
            .At("portfolio.transactions.totalCount").GetInt32();

    // The newest import that the log tells of is this one, or there was none.
    private static async Task<bool> IsToldAsync(ApiProcess api, string administrator, string portfolio)
    {
        var newest = (await ClientOf(api, administrator).DataAsync(
            "{ auditLog(first: 1, action: \"importTransactions\") { nodes { subject outcome } } }")).At("auditLog.nodes.0");
        return (newest.Text("subject"), newest.Text("outcome")) == (SubjectOf(portfolio), "SUCCEEDED");
    }

    private static string SubjectOf(string portfolio) =>
        NodeId.TryRead(portfolio, "Portfolio", out var id) ? $"Portfolio:{id}" : throw new InvalidOperationException();
}
