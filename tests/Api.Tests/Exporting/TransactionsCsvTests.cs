using System.Net;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Exporting;

public sealed class TransactionsCsvTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Header = "date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,lot,lots,note,externalId\r\n";

    [Fact]
    public async Task The_owner_gets_the_ledger_as_a_file()
    {
        var ada = await api.SignUpAsync("ada");
        var id = await PortfolioAsync(ada);

        using var answer = await ada.GetAsync(Address(id));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType?.CharSet);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith("-transactions.csv", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(
            Header + "2024-01-03,BUY,AAPL,10,100.5,,USD,,,,,,'=1+1,\r\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // Ids are random, and some of them have a slash or a plus in them: of thirty, hardly none.
    [Fact]
    public async Task Every_id_leads_to_its_portfolio_escaped_or_not()
    {
        var ada = await api.SignUpAsync("ada");
        for (var i = 0; i < 30; i++)
        {
            var id = await ada.CreatePortfolioAsync();

            Assert.Equal(Header, await TextAsync(ada, $"/portfolios/{id}/transactions.csv"));
            Assert.Equal(Header, await TextAsync(ada, Address(id)));
        }
    }

    [Theory]
    [InlineData("../../etc/\"passwd\"\r\nX-Evil: 1", "etc--passwd---X-Evil--1-transactions.csv")]
    [InlineData("💰💰", "transactions.csv")]
    [InlineData("Ersparnisse für später", "Ersparnisse-für-später-transactions.csv")]
    public async Task The_file_s_name_is_one_that_is_safe(string name, string file)
    {
        var ada = await api.SignUpAsync("ada");
        var id = (await ada.DataAsync(
            "mutation($input: CreatePortfolioInput!) { createPortfolio(input: $input) { portfolio { id } } }", new { input = new { name, baseCurrency = "USD" } }))
            .Text("createPortfolio.portfolio.id")!;

        using var answer = await ada.GetAsync(Address(id));

        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(file, disposition.FileNameStar ?? disposition.FileName);
        Assert.False(answer.Headers.Contains("X-Evil"));
    }

    [Fact]
    public async Task To_a_stranger_it_is_as_one_that_is_not_there_or_is_no_id_at_all()
    {
        var id = await PortfolioAsync(await api.SignUpAsync("ada"));
        var bob = await api.SignUpAsync("bob");
        var absent = Convert.FromBase64String(id);
        absent[^1] ^= 1;
        string[] addresses =
        [
            Address(id),
            Address(Convert.ToBase64String(absent)),
            Address("bm9uc2Vuc2U="),
            Address("%"),
            Address(Convert.ToBase64String("User:0123456789abcdef"u8)),
            "/portfolios/transactions.csv",
            "/portfolios//transactions.csv",
            $"/portfolios/{id}",
            $"/portfolios/{id}/transactions.csv/",
        ];

        foreach (var address in addresses)
        {
            using var answer = await bob.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Null(answer.Content.Headers.ContentDisposition);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no.token.atall")]
    public async Task Nobody_gets_anything(string? token)
    {
        var id = await PortfolioAsync(await api.SignUpAsync("ada"));

        foreach (var address in (string[])[Address(id), Address("bm9uc2Vuc2U=")])
        {
            using var answer = await api.WithToken(token).GetAsync(address);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_by_somebody_else()
    {
        var (ada, bob) = (await api.SignUpAsync("ada"), await api.SignUpAsync("bob"));
        var file = await TextAsync(ada, Address(await PortfolioAsync(ada)));
        var theirs = await bob.CreatePortfolioAsync();

        var result = (await bob.DataAsync(
            "mutation($input: ImportTransactionsInput!) { importTransactions(input: $input) { result { format imported } errors { __typename } } }",
            new { input = new { portfolioId = theirs, text = file } })).At("importTransactions");

        Assert.Equal("generic-csv", result.Text("result.format"));
        Assert.Equal(file, await TextAsync(bob, Address(theirs)));
    }

    [Fact]
    public async Task A_long_ledger_comes_whole()
    {
        var ada = await api.SignUpAsync("ada");
        var id = await ada.CreatePortfolioAsync();
        var file = Header + string.Concat(Enumerable.Range(1, 1_700).Select(i => $"2024-01-02,DEPOSIT,,,,{i},USD,,,,,,{new string('x', 200)},D-{i}\r\n"));
        await ada.DataAsync(
            "mutation($input: ImportTransactionsInput!) { importTransactions(input: $input) { result { imported } } }",
            new { input = new { portfolioId = id, text = file } });

        Assert.Equal(file, await TextAsync(ada, Address(id)));
    }

    private static string Address(string id) => $"/portfolios/{Uri.EscapeDataString(id)}/transactions.csv";

    private static async Task<string> PortfolioAsync(TestClient client)
    {
        var id = await client.CreatePortfolioAsync();
        await client.RecordAsync(id, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 10, unitPrice: "100.50", note: "=1+1" }""");
        return id;
    }

    private static async Task<string> TextAsync(TestClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
