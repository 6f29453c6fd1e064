using Investr.Application.Importing;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Infrastructure.Tests.Persistence;

namespace Investr.Infrastructure.Tests.Importing;

/// <summary>Which asset a row means: by its ISIN and its symbol together, by either of them alone.</summary>
public sealed class AssetsOfRowsTests
{
    // NOVN is no symbol here, NOVN.SW is; MSFT with Apple's ISIN is Apple, for a ticker means different things in different places.
    [Theory]
    [InlineData("VTI", "US9229087690", "VTI")]
    [InlineData("NOVN", "CH0012005267", "NOVN.SW")]
    [InlineData("", "CH0012005267", "NOVN.SW")]
    [InlineData("MSFT", "US0378331005", "AAPL")]
    [InlineData("MSFT", "XS0000000000", "MSFT")]
    [InlineData("msft", "", "MSFT")]
    [InlineData("us0378331005", "", "AAPL")]
    public async Task A_row_means_one_asset(string symbol, string isin, string expected)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        await investor.SendAsync(new ImportTransactions(portfolio, Purchase(symbol, isin)));

        var expectedId = (await investor.RecordAsync(portfolio, Draft.Buy(1, expected, "2024-01-03", at: 1))).Transactions[0].Subject;
        Assert.Equal(expectedId, Assert.Single((await investor.PositionsAsync(portfolio))!.Holdings).Asset);
    }

    [Theory]
    [InlineData("NOBODY", "XS0000000000", "NOBODY")]
    [InlineData("", "XS0000000000", "XS0000000000")]
    public async Task What_nothing_has_is_told_by_its_name(string symbol, string isin, string named)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, Purchase(symbol, isin))));

        Assert.Equal($"No asset has the symbol {named}.", Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows).Message);
    }

    [Fact]
    public async Task Many_rows_take_no_more_statements_than_one()
    {
        Assert.Equal(await StatementsForAsync(rows: 1), await StatementsForAsync(rows: 40));
    }

    private static async Task<int> StatementsForAsync(int rows)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var purchases = Purchase("NOVN", "CH0012005267") + string.Concat(Enumerable.Range(2, rows - 1)
            .Select(id => $"USD,VTI,20240104,1,{id},BUY,0,US9229087690,{id}\n"));
        investor.Database.Statements.Reset();

        await investor.SendAsync(new ImportTransactions(portfolio, purchases, DryRun: true));

        return investor.Database.Statements.Count;
    }

    private static string Purchase(string symbol, string isin) =>
        $"CurrencyPrimary,Symbol,TradeDate,Quantity,TradePrice,Buy/Sell,IBCommission,ISIN,TradeID\nUSD,{symbol},20240103,1,100,BUY,0,{isin},1\n";
}
