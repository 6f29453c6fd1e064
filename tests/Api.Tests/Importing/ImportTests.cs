using System.Text;
using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Importing;

public sealed class ImportTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Import = """
        mutation($input: ImportTransactionsInput!) {
          importTransactions(input: $input) {
            result { format rows imported duplicates portfolio { version transactions { totalCount } cash { amount currency } } }
            errors { __typename ... on Error { code message } ... on ImportError { rows { line field message } } ... on ValidationError { fields { path } } }
          }
        }
        """;

    private const string Csv = """
        date,type,symbol,quantity,unitPrice,amount,currency,fee
        2024-01-02,DEPOSIT,,,,1000,USD,
        2024-01-03,BUY,AAPL,2,100,,USD,1.50
        2024-01-03,BUY,AAPL,2,100,,USD,1.50
        2024-02-01,SELL,AAPL,1,120,,USD,
        """;

    [Fact]
    public async Task The_same_file_twice_adds_nothing_while_two_equal_rows_in_it_are_both_kept()
    {
        var (ada, id) = await InvestorAsync();

        var first = await ImportAsync(ada, new { portfolioId = id, text = Csv });
        Assert.Equal((4, 4, 0), Counts(first));

        // 1000 - 201.50 - 201.50 + 120.
        Assert.Equal(717m, first.Decimal("result.portfolio.cash.0.amount"));

        var second = await ImportAsync(ada, new { portfolioId = id, text = Csv });
        Assert.Equal((4, 0, 4), Counts(second));
        Assert.Equal(4, second.At("result.portfolio.transactions.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_gives_the_same_answer_and_writes_nothing()
    {
        var (ada, id) = await InvestorAsync();

        var tried = await ImportAsync(ada, new { portfolioId = id, text = Csv, dryRun = true });

        Assert.Equal((4, 4, 0), Counts(tried));
        Assert.Equal(0, tried.At("result.portfolio.transactions.totalCount").GetInt32());
        Assert.Equal((4, 4, 0), Counts(await ImportAsync(ada, new { portfolioId = id, text = Csv })));
    }

    [Fact]
    public async Task An_upload_is_imported_as_its_text_is()
    {
        var (ada, id) = await InvestorAsync();

        // As spreadsheets on Windows write it.
        var payload = await UploadAsync(ada, id, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv.ReplaceLineEndings("\r\n"))]);

        Assert.Equal("generic-csv", payload.Text("result.format"));
        Assert.Equal((4, 4, 0), Counts(payload));
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_told_by_line_and_column_and_nothing_is_taken()
    {
        var (ada, id) = await InvestorAsync();

        var payload = await ImportAsync(ada, new
        {
            portfolioId = id,
            text = """
                date,type,symbol,quantity,unitPrice,amount,currency,note
                2024-01-02,DEPOSIT,,,,1000,USD,
                2024-13-03,BUY,AAPL,x,100,,USD,"a note
                over two lines"
                2024-01-03,STEAL,AAPL,2,100,,USD,
                2024-01-03,BUY,NO-SUCH,2,100,,USD,
                2024-01-03,BUY,AAPL,-2,,,USD,
                1850-01-03,DEPOSIT,,,,1,USD,
                """,
        });

        Assert.Equal(("ImportError", "IMPORT_FAILED"), (payload.Text("errors.0.__typename"), payload.Text("errors.0.code")));
        Assert.Equal(
            ["3 date", "3 quantity", "5 type", "6 symbol", "7 quantity", "7 unitPrice", "8 date"],
            payload.At("errors.0.rows").EnumerateArray().Select(row => $"{row.At("line")} {row.Text("field")}").Order());
        Assert.True(payload.IsNull("result"));
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task A_sale_of_what_is_not_held_refuses_the_whole_file()
    {
        var (ada, id) = await InvestorAsync();

        var payload = await ImportAsync(ada, new { portfolioId = id, text = "date,type,symbol,quantity,unitPrice\n2024-01-02,BUY,IBM,5,1\n2024-01-03,SELL,IBM,6,1\n" });

        Assert.Equal("INSUFFICIENT_QUANTITY", payload.Text("errors.0.code"));
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task A_picture_is_no_file_of_transactions()
    {
        var (ada, id) = await InvestorAsync();

        var payload = await UploadAsync(ada, id, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]);

        Assert.Equal("IMPORT_FAILED", payload.Text("errors.0.code"));
        Assert.Contains("no text file", payload.Text("errors.0.rows.0.message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing,of,the,kind\n1,2,3,4\n", null, "IMPORT_FAILED")]
    [InlineData("", null, "IMPORT_FAILED")]
    [InlineData("date,type\n", null, "IMPORT_FAILED")]
    [InlineData("date,type\n2024-01-02,DEPOSIT\n", "ghostfolio-csv", "IMPORT_FAILED")]
    [InlineData("date,type,amount\n2024-01-02,DEPOSIT,1\n", "excel", "VALIDATION")]
    public async Task A_file_or_format_that_is_not_known_is_refused(string text, string? format, string code)
    {
        var (ada, id) = await InvestorAsync();

        Assert.Equal(code, (await ImportAsync(ada, new { portfolioId = id, text, format })).Text("errors.0.code"));
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task Either_the_file_or_its_text_is_given()
    {
        var (ada, id) = await InvestorAsync();

        var neither = await ImportAsync(ada, new { portfolioId = id });
        var both = (await ada.UploadAsync(Import, new { input = new { portfolioId = id, text = Csv, file = (string?)null } }, Encoding.UTF8.GetBytes(Csv)))
            .At("data.importTransactions");

        Assert.Equal(("VALIDATION", "file"), (neither.Text("errors.0.code"), neither.Text("errors.0.fields.0.path.0")));
        Assert.Equal(("VALIDATION", "file"), (both.Text("errors.0.code"), both.Text("errors.0.fields.0.path.0")));
    }

    [Fact]
    public async Task An_upload_without_the_header_that_keeps_foreign_pages_out_is_refused()
    {
        var (ada, id) = await InvestorAsync();

        var answer = await ada.UploadAsync(
            Import, new { input = new { portfolioId = id, file = (string?)null } }, Encoding.UTF8.GetBytes(Csv), preflight: false);

        Assert.Equal("HC0077", answer.Code());
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task An_asset_is_known_by_its_isin_in_files_and_by_hand()
    {
        var (ada, id) = await InvestorAsync();

        // US5949181045 is Microsoft.
        await ImportAsync(ada, new { portfolioId = id, text = "Date,Code,Currency,Price,Quantity,Action,Fee\n2024-01-02,US5949181045,USD,300,2,buy,0\n" });
        await ada.RecordAsync(id, """{ type: BUY, symbol: "US5949181045", tradeDate: "2024-01-03", quantity: 1, unitPrice: 310 }""");

        var holding = (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { holdings { nodes { asset { symbol } quantity } } } }", new { id }))
            .At("portfolio.holdings.nodes.0");
        Assert.Equal(("MSFT", 3m), (holding.Text("asset.symbol"), holding.Decimal("quantity")));
    }

    private static (int, int, int) Counts(JsonElement payload)
    {
        Assert.True(payload.IsNull("errors"), payload.ToString());
        return (payload.At("result.rows").GetInt32(), payload.At("result.imported").GetInt32(), payload.At("result.duplicates").GetInt32());
    }

    private static async Task<JsonElement> ImportAsync(TestClient client, object input) => (await client.DataAsync(Import, new { input })).At("importTransactions");

    private static async Task<JsonElement> UploadAsync(TestClient client, string portfolio, byte[] file) =>
        (await client.UploadAsync(Import, new { input = new { portfolioId = portfolio, file = (string?)null } }, file)).At("data.importTransactions");

    private static async Task AssertEmptyAsync(TestClient client, string portfolio)
    {
        var found = await client.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { totalCount } } }", new { id = portfolio });
        Assert.Equal(0, found.At("portfolio.transactions.totalCount").GetInt32());
    }

    private async Task<(TestClient Client, string Portfolio)> InvestorAsync()
    {
        var ada = await api.SignUpAsync();
        return (ada, await ada.CreatePortfolioAsync());
    }
}
