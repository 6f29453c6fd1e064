using Investr.Application.Importing;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class Trading212CsvFormatTests
{
    private const string Id = "trading212-csv";

    private const string Header =
        "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total),"
        + "Withholding tax,Currency (Withholding tax),Stamp duty reserve tax,Currency (Stamp duty reserve tax),"
        + "Currency conversion fee,Currency (Currency conversion fee),Finra fee,Currency (Finra fee),Notes,ID\n";

    [Fact]
    public async Task A_real_history_comes_to_the_cash_that_the_broker_shows()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync("GBP");

        var result = await investor.SendAsync(new ImportTransactions(portfolio, SampleFile.Read("brokers/trading212-2020.csv")));

        Assert.Equal((Id, 8, 8), (result.Format, result.Rows, result.Imported));
        var positions = (await investor.PositionsAsync(portfolio))!;

        // 9000 - 8.07 + 8.08 - 1106.25 - 401.01 - 6554.80 + 32453.25 + 0.10.
        Assert.Equal([new Money(33_391.30m, Currency.Gbp)], positions.Cash);
        Assert.Equal(2, positions.Holdings.Count);

        // 32453.25 - 1106.25 - 6554.80.
        Assert.Equal(24_792.20m, positions.RealizedGains.Sum(gain => gain.Gain!.Value.Amount));
    }

    [Fact]
    public void Fees_and_taxes_are_a_part_of_what_a_purchase_cost()
    {
        var draft = One("Limit buy,2024-03-01 10:00:00.123,GB00B03MLX29,SHEL,Shell,10,2500,GBX,100,252.90,GBP,,,1.25,GBP,0.40,GBP,,,,EOF1\n").Draft;

        // (252.90 - 1.25 - 0.40) / 10.
        Assert.Equal((TransactionType.Buy, 10m, 25.125m, 0.40m, 1.25m), (draft.Type, draft.Quantity, draft.UnitPrice, draft.Fee, draft.Tax));
        Assert.Equal((Currency.Gbp, A.Day("2024-03-01"), "EOF1"), (draft.Currency, draft.TradeDate, draft.ExternalId));
    }

    [Fact]
    public void A_fee_in_the_share_s_currency_is_converted_at_the_rate_of_the_row()
    {
        var draft = One("Market sell,2024-03-01 10:00:00,US0378331005,AAPL,Apple,4,100,USD,1.25,319.90,GBP,,,,,,,0.125,USD,,EOF2\n").Draft;

        // 0.125 / 1.25 = 0.10; (319.90 + 0.10) / 4.
        Assert.Equal((TransactionType.Sell, 80m, 0.10m), (draft.Type, draft.UnitPrice, draft.Fee));
    }

    [Fact]
    public void A_dividend_is_told_before_the_tax_that_was_kept_back()
    {
        var draft = One("Dividend (Ordinary),2024-03-01 10:00:00,US0378331005,AAPL,Apple,10,0.20,USD,Not available,1.60,GBP,0.30,USD,,,,,,,,\n").Draft;

        // 1.60 GBP were 10 x 0.20 = 2.00 USD, so that 0.30 USD were 0.30 x 1.60 / 2.00 = 0.24 GBP.
        Assert.Equal((TransactionType.Dividend, 1.84m, 0.24m), (draft.Type, draft.Amount, draft.Tax));
    }

    [Theory]
    [InlineData("Deposit", TransactionType.Deposit)]
    [InlineData("Withdrawal", TransactionType.Withdrawal)]
    [InlineData("Interest on cash", TransactionType.Interest)]
    public void Cash_comes_and_goes(string action, TransactionType type)
    {
        var row = One($"{action},2024-03-01 10:00:00,,,,,,,,-12.50,GBP,,,,,,,,,,X1\n");

        Assert.Equal((type, 12.50m, null), (row.Draft.Type, row.Draft.Amount, row.Isin));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var faults = Formats.Faults(Id, Header
            + "Stock split open,2024-03-01 10:00:00,US0378331005,AAPL,Apple,4,,,,0,GBP,,,,,,,,,,\n"
            + "Market buy,yesterday,US0378331005,AAPL,Apple,four,100,USD,1.25,,GBP,,,,,,,0.10,EUR,,\n");

        Assert.Equal(
            [(2, "Action"), (3, "Time"), (3, "Total"), (3, "No. of shares")],
            faults.Select(fault => (fault.Line, fault.Field)));
    }

    private static ImportedRow One(string row) => Assert.Single(Formats.Rows(Id, Header + row));
}
