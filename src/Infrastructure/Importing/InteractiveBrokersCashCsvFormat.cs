using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>The cash transactions section of an Interactive Brokers Flex query, as CSV with a header.</summary>
internal sealed class InteractiveBrokersCashCsvFormat : IImportFormat
{
    private static readonly string[] Needed = ["CurrencyPrimary", "Date/Time", "Amount", "Type", "TransactionID"];
    private static readonly string[] DateLayouts = ["yyyyMMdd", "yyyy-MM-dd", "yyyyMMdd;HHmmss", "yyyy-MM-dd;HH:mm:ss"];

    // What comes to the account is positive in the file, what leaves it negative.
    private static readonly Dictionary<string, Func<decimal, (TransactionType Type, decimal Amount)>> Bookings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Dividends"] = amount => (TransactionType.Dividend, amount),
        ["Payment In Lieu Of Dividends"] = amount => (TransactionType.Dividend, amount),
        ["Withholding Tax"] = amount => (TransactionType.Tax, -amount),
        ["871(m) Withholding"] = amount => (TransactionType.Tax, -amount),
        ["Broker Interest Received"] = amount => (TransactionType.Interest, amount),
        ["Broker Interest Paid"] = amount => (TransactionType.Interest, amount),
        ["Bond Interest Received"] = amount => (TransactionType.Interest, amount),
        ["Bond Interest Paid"] = amount => (TransactionType.Interest, amount),
        ["Other Fees"] = amount => (TransactionType.Fee, -amount),
        ["Broker Fees"] = amount => (TransactionType.Fee, -amount),
        ["Advisor Fees"] = amount => (TransactionType.Fee, -amount),
        ["Commission Adjustments"] = amount => (TransactionType.Fee, -amount),
        ["Deposits/Withdrawals"] = Moved,
        ["Deposits & Withdrawals"] = Moved,
    };

    public string Id => "ibkr-flex-cash-csv";

    public string Name => "Interactive Brokers Flex CSV, cash";

    public string Description =>
        $"The cash transactions of a Flex query with the columns {string.Join(",", Needed)} and, if wanted, Symbol, ISIN, Description and others: "
        + $"{string.Join(", ", Bookings.Keys)}. Summaries are passed over; an asset is found by its ISIN, or else by its symbol.";

    public string Sample => """
        "CurrencyPrimary","Symbol","ISIN","Description","Date/Time","Amount","Type","TransactionID","LevelOfDetail"
        "USD","","","CASH RECEIPTS","20240102","5000","Deposits/Withdrawals","2001","DETAIL"
        "USD","VTI","US9229087690","VTI CASH DIVIDEND USD 0.91 PER SHARE","20240327;202000","15.47","Dividends","2002","DETAIL"
        "USD","VTI","US9229087690","VTI CASH DIVIDEND USD 0.91 PER SHARE - US TAX","20240327;202000","-2.32","Withholding Tax","2003","DETAIL"
        "USD","","","USD CREDIT INT FOR MAR-2024","20240403","3.21","Broker Interest Received","2004","DETAIL"
        """;

    public bool Recognizes(string text) => CsvText.HasColumns(text, Needed);

    public ImportReading Read(string text) => CsvText.Read(text, Needed, RowOf);

    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => "Date/Time",
        "type" => "Type",
        "symbol" or "assetId" => "Symbol",
        "amount" => "Amount",
        "currency" => "CurrencyPrimary",
        "note" => "Description",
        "externalId" => "TransactionID",
        _ => draftField,
    };

    private static ImportedRow? RowOf(CsvFields fields)
    {
        if (fields.Text("LevelOfDetail") is { } level && !level.Equals("DETAIL", StringComparison.OrdinalIgnoreCase)) return null;

        var day = fields.Day("Date/Time", DateLayouts);
        var currency = fields.Currency("CurrencyPrimary");
        var amount = fields.Number("Amount");
        if (amount is null && fields.Faults.All(fault => fault.Field != "Amount")) fields.Fault("Amount", "An amount is needed.");
        if (!Bookings.TryGetValue(fields.Text("Type") ?? "", out var booking))
        {
            fields.Fault("Type", $"\"{fields.Text("Type")}\" is none of {string.Join(", ", Bookings.Keys)}.");
            return null;
        }

        var (type, booked) = booking(amount.GetValueOrDefault());
        var ofCash = type is TransactionType.Deposit or TransactionType.Withdrawal;
        return new(fields.Line, new TransactionDraft
        {
            Type = type,
            TradeDate = day,
            Symbol = ofCash ? null : fields.Text("Symbol"),
            Amount = booked,
            Currency = currency,
            Note = fields.Text("Description"),
            ExternalId = fields.Text("TransactionID"),
        })
        { Isin = ofCash ? null : fields.Text("ISIN") };
    }

    private static (TransactionType Type, decimal Amount) Moved(decimal amount) =>
        amount < 0 ? (TransactionType.Withdrawal, -amount) : (TransactionType.Deposit, amount);
}
