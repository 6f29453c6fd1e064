using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>The trades section of an Interactive Brokers Flex query, as CSV with a header.</summary>
internal sealed class InteractiveBrokersFlexCsvFormat : IImportFormat
{
    private static readonly string[] Needed =
        ["CurrencyPrimary", "Symbol", "TradeDate", "Quantity", "TradePrice", "Buy/Sell", "IBCommission"];
    private static readonly string[] DateLayouts = ["yyyyMMdd", "yyyy-MM-dd", "yyyyMMdd;HHmmss", "yyyy-MM-dd;HH:mm:ss"];
    private static readonly string[] Classes = ["STK", "FUND"];

    // Summaries and closed lots tell of the same units again.
    private static readonly string[] Trades = ["EXECUTION", "TRADE"];

    public string Id => "ibkr-flex-csv";

    public string Name => "Interactive Brokers Flex CSV";

    public string Description =>
        $"The trades of a Flex query (executions) with the columns {string.Join(",", Needed)} and, if wanted, ISIN, TradeID, Taxes and "
        + "others. Shares and funds alone are taken; an asset is found by its ISIN, or else by its symbol. Commission is the fee.";

    public string Sample => """
        "CurrencyPrimary","Symbol","TradeDate","Quantity","TradePrice","Buy/Sell","AssetClass","ISIN","TradeID","Taxes","IBCommission","IBCommissionCurrency","LevelOfDetail"
        "USD","VTI","20240103","17","235.40","BUY","STK","US9229087690","1001","0","-1","USD","EXECUTION"
        "USD","VTI","20240603","-5","260.10","SELL","STK","US9229087690","1002","0","-1.02","USD","EXECUTION"
        """;

    public bool Recognizes(string text) => CsvText.HasColumns(text, Needed);

    public ImportReading Read(string text) => CsvText.Read(text, Needed, RowOf);

    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => "TradeDate",
        "type" => "Buy/Sell",
        "symbol" or "assetId" => "Symbol",
        "quantity" => "Quantity",
        "unitPrice" => "TradePrice",
        "currency" => "CurrencyPrimary",
        "fee" => "IBCommission",
        "tax" => "Taxes",
        "externalId" => "TradeID",
        _ => draftField,
    };

    private static ImportedRow? RowOf(CsvFields fields)
    {
        if (fields.Text("LevelOfDetail") is { } level && !Trades.Contains(level, StringComparer.OrdinalIgnoreCase)) return null;

        var day = fields.Day("TradeDate", DateLayouts);
        var currency = fields.Currency("CurrencyPrimary");
        var quantity = fields.Number("Quantity") is { } units ? Math.Abs(units) : (decimal?)null;
        var price = fields.Number("TradePrice");
        var commission = fields.Number("IBCommission").GetValueOrDefault();
        var tax = Math.Abs(fields.Number("Taxes").GetValueOrDefault());
        CheckCommission(fields, commission, currency);
        if (fields.Text("AssetClass") is { } kind && !Classes.Contains(kind, StringComparer.OrdinalIgnoreCase))
            fields.Fault("AssetClass", $"{kind} cannot be imported; {string.Join(" or ", Classes)} is expected.");
        if (TypeOf(fields) is not { } type) return null;

        // A commission is negative. One that is positive is a rebate, and makes the price a better one.
        var rebate = quantity is > 0 ? Math.Max(commission, 0) / quantity : 0;
        return new(fields.Line, new TransactionDraft
        {
            Type = type,
            TradeDate = day,
            Symbol = fields.Text("Symbol"),
            Quantity = quantity,
            UnitPrice = type == TransactionType.Buy ? price - rebate : price + rebate,
            Currency = currency,
            Fee = Math.Max(-commission, 0),
            Tax = tax,
            ExternalId = fields.Text("TradeID"),
        })
        { Isin = fields.Text("ISIN") };
    }

    private static void CheckCommission(CsvFields fields, decimal commission, Currency? currency)
    {
        if (commission != 0 && fields.Currency("IBCommissionCurrency") is { } other && other != currency)
            fields.Fault("IBCommissionCurrency", $"The commission is in {other} and the trade in {currency}; one entry has one currency.");
    }

    private static TransactionType? TypeOf(CsvFields fields)
    {
        var text = fields.Text("Buy/Sell");
        switch (text?.ToUpperInvariant())
        {
            case "BUY": return TransactionType.Buy;
            case "SELL": return TransactionType.Sell;
            default:
                fields.Fault("Buy/Sell", $"\"{text}\" is neither BUY nor SELL.");
                return null;
        }
    }
}
