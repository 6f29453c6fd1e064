using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class InteractiveBrokersCashCsvFormatTests
{
    private const string Id = "ibkr-flex-cash-csv";
    private const string Header = "CurrencyPrimary,Symbol,ISIN,Description,Date/Time,Amount,Type,TransactionID,LevelOfDetail\n";

    [Theory]
    [InlineData("Dividends", "15.47", TransactionType.Dividend, 15.47)]
    [InlineData("Payment In Lieu Of Dividends", "0.08", TransactionType.Dividend, 0.08)]
    [InlineData("Withholding Tax", "-2.32", TransactionType.Tax, 2.32)]
    [InlineData("Withholding Tax", "2.32", TransactionType.Tax, -2.32)]
    [InlineData("Broker Interest Received", "3.21", TransactionType.Interest, 3.21)]
    [InlineData("Broker Interest Paid", "-1.5", TransactionType.Interest, -1.5)]
    [InlineData("Other Fees", "-10", TransactionType.Fee, 10)]
    [InlineData("Commission Adjustments", "0.5", TransactionType.Fee, -0.5)]
    public void What_comes_is_income_and_what_goes_is_a_charge(string kind, string amount, TransactionType type, double booked)
    {
        var row = Assert.Single(Formats.Rows(Id, $"{Header}USD,VTI,US9229087690,words,20240327;202000,{amount},{kind},2002,DETAIL\n"));

        Assert.Equal((type, (decimal)booked, Currency.Usd), (row.Draft.Type, row.Draft.Amount, row.Draft.Currency));
        Assert.Equal(("VTI", "US9229087690", A.Day("2024-03-27")), (row.Draft.Symbol, row.Isin, row.Draft.TradeDate));
        Assert.Equal(("words", "2002"), (row.Draft.Note, row.Draft.ExternalId));
    }

    [Theory]
    [InlineData("5000", TransactionType.Deposit)]
    [InlineData("-5000", TransactionType.Withdrawal)]
    public void Money_moves_by_its_sign_and_is_of_no_asset(string amount, TransactionType type)
    {
        var row = Assert.Single(Formats.Rows(Id, $"{Header}EUR,,,,2024-01-02,{amount},Deposits/Withdrawals,1,DETAIL\n"));

        Assert.Equal((type, 5_000m, null, null), (row.Draft.Type, row.Draft.Amount, row.Draft.Symbol, row.Isin));
    }

    [Fact]
    public void A_summary_tells_nothing_new() =>
        Assert.Empty(Formats.Rows(Id, $"{Header}EUR,,,,2024-01-02,5000,Deposits/Withdrawals,1,SUMMARY\n"));

    [Fact]
    public void Every_fault_is_told_by_its_column()
    {
        var faults = Formats.Faults(Id, $"{Header}EUR,,,,02.01.2024,,Price Adjustments,1,DETAIL\n");

        Assert.Equal([(2, "Amount"), (2, "Date/Time"), (2, "Type")], faults.Select(fault => (fault.Line, fault.Field)).Order());
    }
}
