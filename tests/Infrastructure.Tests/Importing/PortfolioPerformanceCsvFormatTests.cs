using Investr.Application.Importing;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class PortfolioPerformanceCsvFormatTests
{
    private const string Id = "portfolio-performance-csv";

    private const string German =
        "Datum;Typ;Wert;Buchungswährung;Bruttobetrag;Währung Bruttobetrag;Wechselkurs;Gebühren;Steuern;Stück;ISIN;WKN;Ticker-Symbol;Wertpapiername;Notiz\r\n";

    private const string English =
        "Date,Type,Value,Transaction Currency,Gross Amount,Currency Gross Amount,Exchange Rate,Fees,Taxes,Shares,ISIN,WKN,Ticker Symbol,Security Name,Note\r\n";

    [Fact]
    public void A_purchase_costs_its_value_of_which_the_charges_are_a_part()
    {
        var draft = One(German + "2024-01-16T09:30;Kauf;-2.112,40;EUR;2.300,00;USD;0,9174;1,00;0,40;12,5;US0378331005;865985;AAPL;Apple;Sparplan\r\n").Draft;

        // (2112.40 - 1.00 - 0.40) / 12.5 = 2111 / 12.5.
        Assert.Equal((TransactionType.Buy, 12.5m, 168.88m), (draft.Type, draft.Quantity, draft.UnitPrice));
        Assert.Equal((Currency.Eur, 1.00m, 0.40m), (draft.Currency, draft.Fee, draft.Tax));
        Assert.Equal((A.Day("2024-01-16"), "AAPL", "Sparplan"), (draft.TradeDate, draft.Symbol, draft.Note));
    }

    [Fact]
    public void A_sale_brings_its_value_and_the_charges_that_were_taken_off()
    {
        var draft = One(German + "2024-06-03T14:00;Verkauf;520,00;EUR;;;;5,00;15,00;5;DE0007164600;716460;SAP.DE;SAP;\r\n").Draft;

        // (520 + 5 + 15) / 5.
        Assert.Equal((TransactionType.Sell, 5m, 108m), (draft.Type, draft.Quantity, draft.UnitPrice));
    }

    // The amount before charges, so that amount less charges is the value: 8.50 + 1.59; 3.21; -(12.30); 7 - 0; -(3.20); 9; -(1).
    [Theory]
    [InlineData("Dividende;8,50;EUR;;;;;1,59;5;US0378331005;;AAPL;Apple;", TransactionType.Dividend, "10.09")]
    [InlineData("Zinsen;3,21;EUR;;;;;;;;;;;", TransactionType.Interest, "3.21")]
    [InlineData("Zinsbelastung;-12,30;EUR;;;;;;;;;;;", TransactionType.Interest, "-12.30")]
    [InlineData("Gebühren;-7,00;EUR;;;;;;;;;;;", TransactionType.Fee, "7")]
    [InlineData("Gebührenerstattung;1,00;EUR;;;;;;;;;;;", TransactionType.Fee, "-1")]
    [InlineData("Steuern;-9,00;EUR;;;;;;;;;;;", TransactionType.Tax, "9")]
    [InlineData("Steuerrückerstattung;3,20;EUR;;;;;;;;;;;", TransactionType.Tax, "-3.20")]
    [InlineData("Einlage;5.000,00;EUR;;;;;;;;;;;", TransactionType.Deposit, "5000")]
    [InlineData("Entnahme;-1.234,56;EUR;;;;;;;;;;;", TransactionType.Withdrawal, "1234.56")]
    [InlineData("Umbuchung (Eingang);100,00;EUR;;;;;;;;;;;", TransactionType.Deposit, "100")]
    [InlineData("Umbuchung (Ausgang);-100,00;EUR;;;;;;;;;;;", TransactionType.Withdrawal, "100")]
    public void A_booking_of_cash_is_read_in_German(string row, TransactionType type, string amount)
    {
        var draft = One($"{German}2024-03-15T00:00;{row}\r\n").Draft;

        Assert.Equal((type, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), (draft.Type, draft.Amount));
    }

    [Theory]
    [InlineData("Dividend,8.50,EUR,,,,,1.59,5,US0378331005,,AAPL,Apple,", TransactionType.Dividend, "10.09")]
    [InlineData("Interest,3.21,EUR,,,,,,,,,,,", TransactionType.Interest, "3.21")]
    [InlineData("Interest Charge,-12.30,EUR,,,,,,,,,,,", TransactionType.Interest, "-12.30")]
    [InlineData("Fees,-7.00,EUR,,,,,,,,,,,", TransactionType.Fee, "7")]
    [InlineData("Fees Refund,1.00,EUR,,,,,,,,,,,", TransactionType.Fee, "-1")]
    [InlineData("Taxes,-9.00,EUR,,,,,,,,,,,", TransactionType.Tax, "9")]
    [InlineData("Tax Refund,3.20,EUR,,,,,,,,,,,", TransactionType.Tax, "-3.20")]
    [InlineData("Deposit,\"5,000.00\",EUR,,,,,,,,,,,", TransactionType.Deposit, "5000")]
    [InlineData("Removal,\"-1,234.56\",EUR,,,,,,,,,,,", TransactionType.Withdrawal, "1234.56")]
    public void A_booking_of_cash_is_read_in_English(string row, TransactionType type, string amount)
    {
        var draft = One($"{English}2024-03-15T00:00,{row}\r\n").Draft;

        Assert.Equal((type, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), (draft.Type, draft.Amount));
    }

    [Theory]
    [InlineData("Einlieferung", TransactionType.TransferIn)]
    [InlineData("Umbuchung (Eingang)", TransactionType.TransferIn)]
    [InlineData("Auslieferung", TransactionType.TransferOut)]
    [InlineData("Umbuchung (Ausgang)", TransactionType.TransferOut)]
    public void Shares_that_are_delivered_touch_no_account(string booking, TransactionType type)
    {
        var draft = One($"{German}2024-07-01;{booking};1.500,00;EUR;;;;6,00;;3;DE0007164600;716460;SAP.DE;SAP;\r\n").Draft;

        // 1500 / 3, the fee being a part of it.
        Assert.Equal((type, 3m, 500m, null, null), (draft.Type, draft.Quantity, draft.UnitPrice, draft.Fee, draft.Tax));
    }

    [Fact]
    public void Newer_exports_have_a_column_more_and_older_ones_a_day_without_a_time()
    {
        var rows = Formats.Rows(Id, "Datum;Ex-Tag;Typ;Wert;Buchungswährung\r\n15.03.2025;;Einlage;1,00;EUR\r\n2025-03-16T10:12:44;;Einlage;2,00;EUR\r\n");

        Assert.Equal([A.Day("2025-03-15"), A.Day("2025-03-16")], rows.Select(row => row.Draft.TradeDate));
    }

    [Fact]
    public void Every_fault_is_told_with_its_line_and_the_column_as_the_file_calls_it()
    {
        var faults = Formats.Faults(Id, German
            + "2024-01-16T09:30;Kauf;1.5;EUR;;;;;;10;;;AAPL;;\r\n"
            + "16/01/2024;Sparplan;10,00;EURO;;;;;;;;;;;\"zwei\r\nZeilen\"\r\n"
            + "2024-01-16;Einlage;;EUR;;;;;;;;;;;\r\n");

        Assert.Equal(
            [(2, "Wert"), (2, "Wert"), (3, "Datum"), (3, "Typ"), (3, "Buchungswährung"), (5, "Wert")],
            faults.Select(fault => (fault.Line, fault.Field)));
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_s_meaning_is_told_by_the_column_too()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(
            portfolio, German + "2024-01-16;Kauf;100,00;EUR;;;;;;;;;AAPL;;\r\n2024-01-16;Kauf;100,00;EUR;;;;;;1;;;NIEMAND;;\r\n")));

        Assert.Equal(
            [(2, "Stück"), (2, "Wert"), (3, "Ticker-Symbol")],
            Assert.IsType<ImportRefused>(refused.Refusal).Rows.Select(fault => (fault.Line, fault.Field)));
    }

    [Fact]
    public async Task A_purchase_that_stands_in_both_of_its_files_is_taken_once()
    {
        const string Purchase = "2024-01-16T09:30;Kauf;{0}1.004,99;EUR;;;;4,99;;10;US0378331005;865985;AAPL;Apple;\r\n";
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync("EUR");

        await investor.SendAsync(new ImportTransactions(
            portfolio, German + "2024-01-15T00:00;Einlage;5.000,00;EUR;;;;;;;;;;;\r\n" + Purchase.Replace("{0}", "-", StringComparison.Ordinal)));
        var second = await investor.SendAsync(new ImportTransactions(portfolio, German + Purchase.Replace("{0}", "", StringComparison.Ordinal)));

        Assert.Equal((0, 1), (second.Imported, second.Duplicates));
        var positions = await investor.PositionsAsync(portfolio);
        Assert.Equal(10m, Assert.Single(positions!.Holdings).Quantity.Units);

        // 5000 - 1004.99.
        Assert.Equal([new Money(3_995.01m, Currency.Eur)], positions.Cash);
    }

    private static ImportedRow One(string text) => Assert.Single(Formats.Rows(Id, text));
}
