using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class GenericCsvFormatTests
{
    private const string Id = "generic-csv";
    private const string Header = "date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId\n";

    [Fact]
    public void Every_column_is_a_field_of_the_transaction()
    {
        var draft = Assert.Single(Formats.Rows(Id, Header + "2024-01-03,BUY,AAPL,10.5,184.25,1934.625,EUR,1.00,0.36,2,a note,order-1\n")).Draft;

        Assert.Equal((TransactionType.Buy, "AAPL", A.Day("2024-01-03")), (draft.Type, draft.Symbol, draft.TradeDate));
        Assert.Equal((10.5m, 184.25m, 1_934.625m), (draft.Quantity, draft.UnitPrice, draft.Amount));
        Assert.Equal((Currency.Eur, 1m, 0.36m, 2m), (draft.Currency, draft.Fee, draft.Tax, draft.Ratio));
        Assert.Equal(("a note", "order-1"), (draft.Note, draft.ExternalId));
    }

    [Fact]
    public void What_is_left_out_is_nothing_rather_than_zero()
    {
        var draft = Assert.Single(Formats.Rows(Id, "type,date\nDEPOSIT,2024-01-03\n")).Draft;

        Assert.Null(draft.Symbol);
        Assert.Null(draft.Quantity);
        Assert.Null(draft.Fee);
        Assert.Null(draft.Currency);
        Assert.Null(draft.ExternalId);
    }

    [Theory]
    [InlineData("TRANSFER_IN", TransactionType.TransferIn)]
    [InlineData("transferOut", TransactionType.TransferOut)]
    [InlineData("Dividend", TransactionType.Dividend)]
    [InlineData("split", TransactionType.Split)]
    public void Types_are_those_of_the_schema_in_any_case(string text, TransactionType type) =>
        Assert.Equal(type, Assert.Single(Formats.Rows(Id, $"date,type\n2024-01-03,{text}\n")).Draft.Type);

    [Theory]
    [InlineData("")]
    [InlineData("STEAL")]
    [InlineData("0")]
    [InlineData("BUY|SELL")]
    public void Another_type_is_a_fault(string text)
    {
        var fault = Assert.Single(Formats.Faults(Id, $"date,type\n2024-01-03,{text}\n"));

        Assert.Equal((2, "type"), (fault.Line, fault.Field));
    }

    [Theory]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("03.01.2024")]
    [InlineData("01/03/2024")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void A_date_that_is_none_is_a_fault(string text)
    {
        var fault = Assert.Single(Formats.Faults(Id, $"date,type\n{text},DEPOSIT\n"));

        Assert.Equal((2, "date"), (fault.Line, fault.Field));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1 000")]
    [InlineData("\"1,000\"")]
    [InlineData("12,5", ";")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("$5")]
    public void A_number_that_is_none_is_a_fault_and_never_rounded(string text, string delimiter = ",")
    {
        var fault = Assert.Single(Formats.Faults(Id, $"date{delimiter}type{delimiter}quantity\n2024-01-03{delimiter}BUY{delimiter}{text}\n"));

        Assert.Equal((2, "quantity"), (fault.Line, fault.Field));
    }

    [Fact]
    public void Every_fault_of_every_row_is_told_at_once()
    {
        var faults = Formats.Faults(Id, Header
            + "2024-13-03,STEAL,AAPL,x,1,,NOPE,y,,,,\n"
            + "2024-01-03,BUY,AAPL,1,1,,USD,,,,,\n"
            + "2024-01-04,BUY,AAPL,1,z,,USD,,,,,\n");

        Assert.Equal(
            [(2, "currency"), (2, "date"), (2, "fee"), (2, "quantity"), (2, "type"), (4, "unitPrice")],
            faults.Select(fault => (fault.Line, fault.Field)).Order());
    }

    [Theory]
    [InlineData("type,symbol\nBUY,AAPL\n")]
    [InlineData("date,symbol\n2024-01-03,AAPL\n")]
    [InlineData("date,type,colour\n2024-01-03,BUY,red\n")]
    public void A_header_must_have_date_and_type_and_nothing_unknown(string text)
    {
        Assert.Null(Formats.Recognize(text));
        Assert.Equal((1, null), Formats.Faults(Id, text).Select(fault => (fault.Line, fault.Field)).Single());
    }

    [Fact]
    public void The_user_is_told_in_the_words_of_the_file() =>
        Assert.Equal(["date", "symbol", "quantity"], new[] { "tradeDate", "assetId", "quantity" }.Select(Formats.Of(Id).ColumnOf));
}
