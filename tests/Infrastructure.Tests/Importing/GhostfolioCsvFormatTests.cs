using Investr.Application.Importing;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class GhostfolioCsvFormatTests
{
    private const string Id = "ghostfolio-csv";
    private const string Header = "Date,Code,DataSource,Currency,Price,Quantity,Action,Fee,Note\n";

    [Fact]
    public void A_purchase_and_a_sale_have_units_and_prices()
    {
        var drafts = Formats.Rows(Id, Header + "16-09-2021,MSFT,YAHOO,USD,298.580,5,buy,19.00,My first\n17-09-2021,MSFT,YAHOO,USD,300,2,SELL,0,\n")
            .Select(row => row.Draft).ToArray();

        Assert.Equal((TransactionType.Buy, "MSFT", A.Day("2021-09-16")), (drafts[0].Type, drafts[0].Symbol, drafts[0].TradeDate));
        Assert.Equal((5m, 298.58m, 19m, Currency.Usd, "My first"), (
            drafts[0].Quantity, drafts[0].UnitPrice, drafts[0].Fee, drafts[0].Currency, drafts[0].Note));
        Assert.Equal((TransactionType.Sell, 2m, 300m), (drafts[1].Type, drafts[1].Quantity, drafts[1].UnitPrice));
    }

    [Fact]
    public void A_dividend_is_price_times_quantity_and_a_fee_is_its_fee()
    {
        var drafts = Formats.Rows(Id, Header + "17/11/2021,MSFT,YAHOO,USD,0.62,5,dividend,0.00,\n01-09-2021,Account Opening Fee,MANUAL,USD,0,0,fee,49,\n")
            .Select(row => row.Draft).ToArray();

        // The amount, 5 x 0.62, is reckoned where the draft is read, which knows what a number holds.
        Assert.Equal((TransactionType.Dividend, "MSFT", 5m, 0.62m), (drafts[0].Type, drafts[0].Symbol, drafts[0].Quantity, drafts[0].UnitPrice));

        Assert.Equal((TransactionType.Fee, null, 49m, "Account Opening Fee"), (drafts[1].Type, drafts[1].Symbol, drafts[1].Amount, drafts[1].Note));
    }

    [Theory]
    [InlineData("2021-09-16")]
    [InlineData("16-09-2021")]
    [InlineData("16/09/2021")]
    [InlineData("16.09.2021")]
    [InlineData("20210916")]
    public void A_date_begins_with_the_day_or_with_the_year(string date) =>
        Assert.Equal(A.Day("2021-09-16"), Assert.Single(Formats.Rows(Id, $"{Header}{date},MSFT,YAHOO,USD,1,1,buy,0,\n")).Draft.TradeDate);

    [Fact]
    public void Every_fault_is_told_in_the_words_of_the_file()
    {
        var faults = Formats.Faults(Id, Header + "2021-31-12,MSFT,YAHOO,XXXX,a,b,lend,c,\n");

        Assert.Equal(
            [(2, "Action"), (2, "Currency"), (2, "Date"), (2, "Fee"), (2, "Price"), (2, "Quantity")],
            faults.Select(fault => (fault.Line, fault.Field)).Order());
    }

    [Fact]
    public async Task A_product_that_no_number_holds_is_a_fault_and_no_failure()
    {
        var refused = await RefusedAsync(Header + "2021-09-16,MSFT,YAHOO,USD,9999999999999999999999999999,9999999999999999999999999999,dividend,0,\n");

        Assert.Equal((2, "Price"), refused.Select(fault => (fault.Line, fault.Field)).First());
    }

    [Fact]
    public async Task The_real_file_of_a_coin_is_imported()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var result = await investor.SendAsync(new ImportTransactions(portfolio, SampleFile.Read("ghostfolio/btcusd.csv")));

        Assert.Equal((Id, 1, 1), (result.Format, result.Rows, result.Imported));
        var holding = Assert.Single((await investor.PositionsAsync(portfolio))!.Holdings);
        Assert.Equal((1m, 44_558.42m), (holding.Quantity.Units, holding.Lots[0].CostBasis.Amount));
    }

    [Fact]
    public async Task Of_the_real_sample_what_cannot_be_taken_is_told_row_by_row()
    {
        var faults = await RefusedAsync(SampleFile.Read("ghostfolio/sample.csv"));

        // Line 2 is an account fee, 3 and 4 are Microsoft; 5 is an apartment that no catalogue has, 6 is Microsoft by its ISIN in 2050.
        Assert.Equal([(5, "Code"), (6, "Date"), (6, "Quantity")], faults.Select(fault => (fault.Line, fault.Field)).Order());
        Assert.Contains("Penthouse Apartment", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_those_rows_the_real_sample_is_imported()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var lines = SampleFile.Read("ghostfolio/sample.csv").Split('\n')[..4];

        var result = await investor.SendAsync(new ImportTransactions(portfolio, string.Join('\n', lines)));

        // A fee of 49, then 5 x 298.58 + 19 = 1511.90, then 5 x 0.62 = 3.10 come in.
        Assert.Equal((3, 3), (result.Rows, result.Imported));
        var positions = (await investor.PositionsAsync(portfolio))!;
        Assert.Equal(1_511.90m, Assert.Single(positions.Holdings).Lots[0].CostBasis.Amount);
        Assert.Equal(-49m - 1_511.90m + 3.10m, Assert.Single(positions.Cash).Amount);
    }

    [Fact]
    public void Of_the_real_file_with_an_unknown_action_the_line_is_told()
    {
        var reading = Formats.Of(Id).Read(SampleFile.Read("ghostfolio/invalid-multi-line.csv"));

        var fault = Assert.Single(reading.Faults);
        Assert.Equal((4, "Action"), (fault.Line, fault.Field));
        Assert.Equal([2, 3, 5], reading.Rows.Select(row => row.Line));
    }

    private static async Task<IReadOnlyList<ImportRowFault>> RefusedAsync(string text)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, text)));

        Assert.Empty((await investor.PositionsAsync(portfolio))!.Holdings);
        return Assert.IsType<ImportRefused>(refused.Refusal).Rows;
    }
}
