using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class GhostfolioJsonFormatTests
{
    private const string Id = "ghostfolio-json";

    [Fact]
    public async Task A_real_export_of_a_partial_sale_comes_to_the_published_gain()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync("CHF");

        var result = await investor.SendAsync(
            new ImportTransactions(portfolio, SampleFile.Read("ghostfolio/novn-buy-and-sell-partially.json")));

        Assert.Equal((Id, 2), (result.Format, result.Imported));
        var positions = (await investor.PositionsAsync(portfolio))!;
        Assert.Equal(1m, Assert.Single(positions.Holdings).Quantity.Units);

        // 85.73 - 1.30 - (2 x 75.80 + 2.95) / 2 = 84.43 - 77.275.
        Assert.Equal(7.155m, Assert.Single(positions.RealizedGains).Gain!.Value.Amount);
    }

    [Fact]
    public void A_real_export_names_what_was_made_by_hand()
    {
        var rows = Formats.Rows(Id, SampleFile.Read("ghostfolio/sample.json"));

        Assert.Equal(
            [(TransactionType.Fee, null), (TransactionType.Buy, "MSFT"), (TransactionType.Dividend, "MSFT"), (TransactionType.Buy, "Penthouse Apartment"), (TransactionType.Buy, "MSFT")],
            rows.Select(row => (row.Draft.Type, row.Draft.Symbol)));
        Assert.Equal((49m, "Account Opening Fee"), (rows[0].Draft.Amount, rows[0].Draft.Note));

        Assert.Equal((5m, 0.62m, A.Day("2021-11-17")), (rows[2].Draft.Quantity, rows[2].Draft.UnitPrice, rows[2].Draft.TradeDate));
    }

    [Fact]
    public async Task Every_row_that_cannot_be_taken_is_told_with_its_line()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            investor.SendAsync(new ImportTransactions(portfolio, SampleFile.Read("ghostfolio/sample.json"))));

        // Nobody here owns a penthouse, and nothing can be bought in 2050, and none of it at that.
        Assert.Equal(
            [(115, "symbol"), (128, "tradeDate"), (128, "quantity")],
            Assert.IsType<ImportRefused>(refused.Refusal).Rows.Select(fault => (fault.Line, fault.Field)));
    }

    [Fact]
    public void Numbers_are_read_to_their_last_digit()
    {
        var draft = One("""{ "date": "2024-01-02", "type": "BUY", "symbol": "BTC", "currency": "USD", "unitPrice": 1234567890123456.789012345, "quantity": 1.5e-7, "fee": "0.10" }""");

        Assert.Equal((1234567890123456.789012345m, 0.00000015m, 0.10m), (draft.UnitPrice, draft.Quantity, draft.Fee));
    }

    [Fact]
    public void The_day_is_that_of_the_moment_in_UTC() =>
        Assert.Equal(A.Day("2024-01-01"), One("""{ "date": "2024-01-02T00:30:00+02:00", "type": "FEE", "fee": 1, "id": "f-1" }""").TradeDate);

    [Fact]
    public void Every_fault_of_an_activity_is_told_with_the_line_it_begins_on()
    {
        var faults = Formats.Faults(Id, """
            {
              "activities": [
                { "date": "soon", "type": "ITEM", "symbol": "MSFT",
                  "currency": "XXL", "unitPrice": "much", "quantity": 1, "fee": 0 },
                5
              ]
            }
            """);

        Assert.Equal(
            [(3, "date"), (3, "currency"), (3, "unitPrice"), (3, "type"), (5, "date"), (5, "type")],
            faults.Select(fault => (fault.Line, fault.Field)));
    }

    [Theory]
    [InlineData("{\n \"activities\": [\n {]\n", 3)]
    [InlineData("{\"activities\": []} more", 1)]
    [InlineData("{\"activities\": [", 1)]
    public void What_is_no_JSON_is_told_with_the_line(string text, int line) =>
        Assert.Equal((line, null), Formats.Faults(Id, text).Select(fault => (fault.Line, fault.Field)).Single());

    private static TransactionDraft One(string activity) =>
        Assert.Single(Formats.Rows(Id, $$"""{ "activities": [ {{activity}} ] }""")).Draft;
}
