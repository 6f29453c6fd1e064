using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

/// <summary>Clients that write at the same moment, over HTTP: what they did adds up, whoever was first.</summary>
public sealed class RacingWriterTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Keyed =
        """
        mutation($id: ID!, $key: String!, $amount: Decimal!) {
          recordTransactions(input: { portfolioId: $id, idempotencyKey: $key, transactions: [{ type: DEPOSIT, tradeDate: "2024-01-02", amount: $amount }] })
            { transactions { id } errors { __typename } }
        }
        """;

    [Fact]
    public async Task Of_two_sales_of_the_same_units_one_wins_every_time()
    {
        var ada = await api.SignUpAsync("ada");

        for (var round = 0; round < 20; round++)
        {
            var portfolio = await ada.CreatePortfolioAsync();
            await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 10, unitPrice: 100 }""");

            var sales = await AtOnceAsync(2, _ => ada.TryRecordAsync(
                portfolio, """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 6, unitPrice: 110 }"""));

            Assert.Single(sales, sale => sale.IsNull("recordTransactions.errors"));
            var refused = Assert.Single(sales, sale => !sale.IsNull("recordTransactions.errors")).At("recordTransactions.errors.0");
            Assert.Equal("InsufficientQuantityError", refused.Text("__typename"));

            // 10 - 6 are left.
            Assert.Equal((4m, 6m), (refused.Decimal("held"), refused.Decimal("asked")));
        }
    }

    [Fact]
    public async Task The_same_file_imported_twice_at_once_is_there_once()
    {
        var ada = await api.SignUpAsync("ada");

        for (var round = 0; round < 5; round++)
        {
            var portfolio = await ada.CreatePortfolioAsync();

            var imported = (await AtOnceAsync(3, _ => ImportAsync(ada, portfolio, "2024-01", rows: 20)))
                .Select(import => import.At("importTransactions.result.imported").GetInt32());

            Assert.Equal([0, 0, 20], imported.Order());
            Assert.Equal(20, await CountAsync(ada, portfolio));
        }
    }

    [Fact]
    public async Task Two_files_imported_at_once_are_both_there()
    {
        var ada = await api.SignUpAsync("ada");
        var portfolio = await ada.CreatePortfolioAsync();

        var imported = (await AtOnceAsync(4, place => ImportAsync(ada, portfolio, $"202{place}-05", rows: 25)))
            .Select(import => import.At("importTransactions.result.imported").GetInt32());

        Assert.All(imported, rows => Assert.Equal(25, rows));
        Assert.Equal(100, await CountAsync(ada, portfolio));
    }

    [Fact]
    public async Task A_key_that_arrives_many_times_at_once_is_one_call_and_all_get_its_answer()
    {
        var ada = await api.SignUpAsync("ada");

        for (var round = 0; round < 5; round++)
        {
            var portfolio = await ada.CreatePortfolioAsync();

            var answers = await AtOnceAsync(6, _ => ada.DataAsync(Keyed, new { id = portfolio, key = $"key-{round}", amount = "5" }));
            var other = await ada.DataAsync(Keyed, new { id = portfolio, key = $"key-{round}", amount = "6" });

            Assert.Single(answers.Select(answer => answer.Text("recordTransactions.transactions.0.id")).Distinct());
            Assert.Equal(1, await CountAsync(ada, portfolio));
            Assert.Equal("ConflictError", other.Text("recordTransactions.errors.0.__typename"));
        }
    }

    [Fact]
    public async Task Another_users_key_is_another_key()
    {
        var (ada, bob) = (await api.SignUpAsync("ada"), await api.SignUpAsync("bob"));

        foreach (var client in (TestClient[])[ada, bob])
        {
            var answer = await client.DataAsync(Keyed, new { id = await client.CreatePortfolioAsync(), key = "the same", amount = "5" });
            Assert.True(answer.IsNull("recordTransactions.errors"), answer.ToString());
        }
    }

    private static async Task<JsonElement[]> AtOnceAsync(int times, Func<int, Task<JsonElement>> act)
    {
        using var start = new SemaphoreSlim(0, times);
        var runs = Enumerable.Range(0, times).Select(async place =>
        {
            await start.WaitAsync(TestContext.Current.CancellationToken);
            return await act(place);
        }).ToList();

        start.Release(times);
        return await Task.WhenAll(runs);
    }

    private static Task<JsonElement> ImportAsync(TestClient client, string portfolio, string month, int rows) => client.DataAsync(
        "mutation($id: ID!, $text: String!) { importTransactions(input: { portfolioId: $id, text: $text }) { result { imported } errors { ... on Error { message } } } }",
        new
        {
            id = portfolio,
            text = string.Join('\n', Enumerable.Range(1, rows).Select(day => $"{month}-{day:00},DEPOSIT,{day},USD").Prepend("date,type,amount,currency")),
        });

    private static async Task<int> CountAsync(TestClient client, string portfolio) =>
        (await client.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { totalCount } } }", new { id = portfolio }))
            .At("portfolio.transactions.totalCount").GetInt32();
}
