using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>The history that Trading 212 exports.</summary>
/// <remarks>
/// The account holds one currency and pays for every share in it, so that is what an entry is in: cash then agrees with the broker's
/// to the penny. The price in the share's own currency, and the exchange rate, stand in the file for information.
/// </remarks>
internal sealed class Trading212CsvFormat : IImportFormat
{
    private static readonly string[] Needed = ["Action", "Time", "No. of shares", "Price / share", "Currency (Price / share)", "ID"];
    private static readonly string[] DateLayouts = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFF", "yyyy-MM-dd HH:mm"];
    private static readonly string[] FeeColumns = ["Transaction fee", "Finra fee", "Currency conversion fee", "PTM levy"];
    private static readonly string[] TaxColumns = ["Stamp duty", "Stamp duty reserve tax", "French transaction tax"];

    public string Id => "trading212-csv";

    public string Name => "Trading 212 CSV";

    public string Description =>
        "Trading 212's history: deposits, withdrawals, buys, sells, dividends and interest. Entries are in the currency of the account, in "
        + "which every Total is; an asset is found by its ISIN, or else by its ticker. A stock split has to be entered by hand.";

    public string Sample => """
        Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Result (GBP),Total (GBP),Withholding tax,Currency (Withholding tax),Notes,ID
        Deposit,2024-01-02 09:00:00,,,,,,,,,1000.00,,,Bank transfer,dep-1
        Market buy,2024-01-03 14:30:00,US0378331005,AAPL,Apple,2.0000000000,184.25,USD,1.26640,,290.98,,,,EOF1
        Dividend (Ordinary),2024-02-16 10:00:00,US0378331005,AAPL,Apple,2.0000000000,0.20,USD,Not available,,0.32,0.07,USD,,
        """;

    public bool Recognizes(string text)
    {
        var header = CsvText.HeaderOf(text);
        return Needed.All(column => header.Contains(column, StringComparer.OrdinalIgnoreCase)) && header.Any(IsTotal);
    }

    public ImportReading Read(string text)
    {
        if (!Recognizes(text)) return new([], [new(1, null, $"The header must have the columns {string.Join(",", Needed)} and a Total.")]);

        var total = CsvText.HeaderOf(text).First(IsTotal);
        var (rows, faults) = CsvText.Read(text, fields => RowOf(fields, total));
        return new(rows, faults) { ColumnOf = field => field == "amount" ? total : ColumnOf(field) };
    }

    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => "Time",
        "type" => "Action",
        "symbol" or "assetId" => "Ticker",
        "quantity" => "No. of shares",
        "unitPrice" => "Price / share",
        "amount" => "Total",
        "note" => "Notes",
        "externalId" => "ID",
        _ => draftField,
    };

    private static bool IsTotal(string column) =>
        column.Equals("Total", StringComparison.OrdinalIgnoreCase) || column.StartsWith("Total (", StringComparison.OrdinalIgnoreCase);

    private static ImportedRow? RowOf(CsvFields fields, string totalColumn)
    {
        var day = fields.Day("Time", DateLayouts);
        var type = TypeOf(fields);
        var money = new Trading212Money(fields, totalColumn);
        var units = fields.Number("No. of shares");
        if (type is not { } known || money.Total is not { } total) return null;

        var draft = new TransactionDraft
        {
            Type = known, TradeDate = day, Currency = money.Currency, Note = fields.Text("Notes"), ExternalId = fields.Text("ID"),
        };
        var (fee, tax) = (money.Sum(FeeColumns), money.Sum(TaxColumns));
        switch (known)
        {
            case TransactionType.Buy:
                draft = draft with { Quantity = units, UnitPrice = PerUnit(total - fee - tax), Fee = fee, Tax = tax };
                break;
            case TransactionType.Sell:
                draft = draft with { Quantity = units, UnitPrice = PerUnit(total + fee + tax), Fee = fee, Tax = tax };
                break;
            case TransactionType.Dividend:
                var withheld = money.Withheld(units);
                draft = draft with { Amount = total + withheld, Tax = withheld };
                break;
            default:
                return new(fields.Line, draft with { Amount = total });
        }

        return new(fields.Line, draft with { Symbol = fields.Text("Ticker") }) { Isin = fields.Text("ISIN") };

        decimal? PerUnit(decimal amount) => units is > 0 ? amount / units : null;
    }

    private static TransactionType? TypeOf(CsvFields fields)
    {
        var action = fields.Text("Action");
        switch (action?.ToUpperInvariant())
        {
            case "DEPOSIT" or "CARD CREDIT" or "SPENDING CASHBACK": return TransactionType.Deposit;
            case "WITHDRAWAL" or "CARD DEBIT": return TransactionType.Withdrawal;
            case "INTEREST ON CASH" or "LENDING INTEREST": return TransactionType.Interest;
            case "MARKET BUY" or "LIMIT BUY" or "STOP BUY" or "STOP LIMIT BUY": return TransactionType.Buy;
            case "MARKET SELL" or "LIMIT SELL" or "STOP SELL" or "STOP LIMIT SELL": return TransactionType.Sell;
            case { } name when name.StartsWith("DIVIDEND", StringComparison.Ordinal): return TransactionType.Dividend;
            default:
                fields.Fault(
                    "Action",
                    action is null ? "An action is needed." : $"\"{action}\" is no action that can be imported; enter it by hand.");
                return null;
        }
    }
}
