using Investr.Api.Tests.Host;
using Investr.TestKit;

namespace Investr.Api.Tests.Hosting;

/// <summary>What an operator does with a database, by the program's own commands.</summary>
public sealed class DatabaseCommandTests : IAsyncDisposable
{
    private const string Everything = """
        query($id: ID!) {
          me { email displayName }
          portfolio(id: $id) {
            id name version
            holdings { nodes { asset { symbol name } quantity costBasis { amount currency } } }
            transactions { totalCount nodes { id type tradeDate quantity unitPrice amount note recordedAt } }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Source => Path.Combine(_folder, "source.db");

    [Fact]
    public async Task What_is_in_a_file_of_SQLite_moves_to_another_database_and_is_served_from_there()
    {
        (string, string?) keys = ("Protection__KeyRing", Path.Combine(_folder, "key-ring"));
        string token, portfolio, before;
        await using (var service = await ApiProcess.StartAsync(
            Cancelled, _folder, keys, ("Database__Provider", "Sqlite"), ("ConnectionStrings__Investr", $"Data Source={Source}"), ("Shutdown__Notice", "00:00:00")))
        {
            token = (await new TestClient(new Uri(service.Address), token: null).DataAsync(
                """mutation { signUp(input: { email: "ada@example.com", displayName: "Ada", password: "a horse that is correct" }) { tokens { accessToken } } }"""))
                .Text("signUp.tokens.accessToken")!;
            var ada = new TestClient(new Uri(service.Address), token);
            portfolio = await ada.CreatePortfolioAsync();
            await ada.RecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: "1000000.0000000001", note: "from savings" }""");
            await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: "0.1234567890123456789", unitPrice: "187.1500" }""");
            before = (await ada.DataAsync(Everything, new { id = portfolio })).GetRawText();
            await service.AskToStopAsync();
            Assert.Equal(0, await service.EndAsync(Cancelled));
        }

        var (exitCode, told) = await ApiProcess.RunAsync(_folder, ["copy", Source], Cancelled, keys);
        Assert.True(exitCode == 0, told);
        Assert.Matches(@"Transactions\s+2\b", told);

        var (again, refusal) = await ApiProcess.RunAsync(_folder, ["copy", Source], Cancelled, keys);
        Assert.Equal(1, again);
        Assert.Contains("The target is not empty", refusal, StringComparison.Ordinal);

        await using var moved = await ApiProcess.StartAsync(Cancelled, _folder, keys);
        var reader = new TestClient(new Uri(moved.Address), token);
        Assert.Equal(before, (await reader.DataAsync(Everything, new { id = portfolio })).GetRawText());
        await reader.RecordAsync(portfolio, """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-04", quantity: "0.1234567890123456789", unitPrice: "1" }""");

        var (verified, log) = await ApiProcess.RunAsync(_folder, ["audit", "verify"], Cancelled, keys);
        Assert.True(verified == 0, log);
    }

    [Fact]
    public async Task Nothing_is_copied_that_was_sealed_with_other_keys()
    {
        await using (await ApiProcess.StartAsync(
            Cancelled, _folder, ("Protection__KeyRing", Path.Combine(_folder, "key-ring")),
            ("Database__Provider", "Sqlite"), ("ConnectionStrings__Investr", $"Data Source={Source}")))
        {
            // The administrator is made at the start.
        }

        var (exitCode, told) = await ApiProcess.RunAsync(
            _folder, ["copy", Source], Cancelled, ("Protection__KeyRing", Path.Combine(_folder, "another-key-ring")));

        Assert.Equal(1, exitCode);
        Assert.Contains("sealed with another protection key or key ring", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_migrated_by_a_command_and_then_is_the_newest()
    {
        var (scripted, script) = await ApiProcess.RunAsync(_folder, ["migrate", "--script"], Cancelled);
        Assert.Equal(0, scripted);
        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);

        var (first, applied) = await ApiProcess.RunAsync(_folder, ["migrate"], Cancelled);
        Assert.True(first == 0, applied);
        Assert.Contains("migrations applied", applied, StringComparison.Ordinal);

        var (second, newest) = await ApiProcess.RunAsync(_folder, ["migrate"], Cancelled);
        Assert.Equal(0, second);
        Assert.Contains("The schema is the newest.", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_may_not_migrate_says_what_is_missing()
    {
        await using var service = ApiProcess.Start(("Database__MigrateAtStart", "false"));

        Assert.Equal(1, await service.EndAsync(Cancelled));
        Assert.Contains("Run the command migrate, or set Database__MigrateAtStart=true.", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_not_known_is_refused()
    {
        var (exitCode, told) = await ApiProcess.RunAsync(_folder, ["migrate", "--scripts"], Cancelled);

        Assert.Equal(1, exitCode);
        Assert.Contains("The commands are", told, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => TestDatabase.Of(_folder).DeleteAsync();
}
