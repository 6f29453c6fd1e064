namespace Investr.Infrastructure.Importing;

/// <summary>What Portfolio Performance books.</summary>
internal enum PortfolioPerformanceType
{
    Buy,
    Sell,
    Dividend,
    Interest,
    InterestCharge,
    Fees,
    FeesRefund,
    Taxes,
    TaxRefund,
    Deposit,
    Removal,
    DeliveryInbound,
    DeliveryOutbound,
    TransferInbound,
    TransferOutbound,
}

/// <summary>Portfolio Performance's own words in one of the languages that it runs in, and how that language writes numbers.</summary>
internal sealed record PortfolioPerformanceWords(
    NumberLayout Numbers,
    string Date,
    string Type,
    string Value,
    string Currency,
    string Fees,
    string Taxes,
    string Shares,
    string Ticker,
    string SecurityName,
    string Note,
    IReadOnlyDictionary<string, PortfolioPerformanceType> Types)
{
    /// <summary>The same in every language.</summary>
    public const string Isin = "ISIN";

    public static PortfolioPerformanceWords German { get; } = new(
        NumberLayout.German, "Datum", "Typ", "Wert", "Buchungswährung", "Gebühren", "Steuern", "Stück", "Ticker-Symbol",
        "Wertpapiername", "Notiz",
        new Dictionary<string, PortfolioPerformanceType>(StringComparer.OrdinalIgnoreCase)
        {
            ["Kauf"] = PortfolioPerformanceType.Buy,
            ["Verkauf"] = PortfolioPerformanceType.Sell,
            ["Dividende"] = PortfolioPerformanceType.Dividend,
            ["Zinsen"] = PortfolioPerformanceType.Interest,
            ["Zinsbelastung"] = PortfolioPerformanceType.InterestCharge,
            ["Gebühren"] = PortfolioPerformanceType.Fees,
            ["Gebührenerstattung"] = PortfolioPerformanceType.FeesRefund,
            ["Steuern"] = PortfolioPerformanceType.Taxes,
            ["Steuerrückerstattung"] = PortfolioPerformanceType.TaxRefund,
            ["Einlage"] = PortfolioPerformanceType.Deposit,
            ["Entnahme"] = PortfolioPerformanceType.Removal,
            ["Einlieferung"] = PortfolioPerformanceType.DeliveryInbound,
            ["Auslieferung"] = PortfolioPerformanceType.DeliveryOutbound,
            ["Umbuchung (Eingang)"] = PortfolioPerformanceType.TransferInbound,
            ["Umbuchung (Ausgang)"] = PortfolioPerformanceType.TransferOutbound,
        });

    public static PortfolioPerformanceWords English { get; } = new(
        NumberLayout.English, "Date", "Type", "Value", "Transaction Currency", "Fees", "Taxes", "Shares", "Ticker Symbol",
        "Security Name", "Note",
        new Dictionary<string, PortfolioPerformanceType>(StringComparer.OrdinalIgnoreCase)
        {
            ["Buy"] = PortfolioPerformanceType.Buy,
            ["Sell"] = PortfolioPerformanceType.Sell,
            ["Dividend"] = PortfolioPerformanceType.Dividend,
            ["Interest"] = PortfolioPerformanceType.Interest,
            ["Interest Charge"] = PortfolioPerformanceType.InterestCharge,
            ["Fees"] = PortfolioPerformanceType.Fees,
            ["Fees Refund"] = PortfolioPerformanceType.FeesRefund,
            ["Taxes"] = PortfolioPerformanceType.Taxes,
            ["Tax Refund"] = PortfolioPerformanceType.TaxRefund,
            ["Deposit"] = PortfolioPerformanceType.Deposit,
            ["Removal"] = PortfolioPerformanceType.Removal,
            ["Delivery (Inbound)"] = PortfolioPerformanceType.DeliveryInbound,
            ["Delivery (Outbound)"] = PortfolioPerformanceType.DeliveryOutbound,
            ["Inbound Delivery"] = PortfolioPerformanceType.DeliveryInbound,
            ["Outbound Delivery"] = PortfolioPerformanceType.DeliveryOutbound,
            ["Transfer (Inbound)"] = PortfolioPerformanceType.TransferInbound,
            ["Transfer (Outbound)"] = PortfolioPerformanceType.TransferOutbound,
        });

    /// <summary>The column of a draft's field.</summary>
    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => Date,
        "type" => Type,
        "symbol" or "assetId" => Ticker,
        "quantity" => Shares,
        "unitPrice" or "amount" => Value,
        "currency" => Currency,
        "fee" => Fees,
        "tax" => Taxes,
        "note" => Note,
        _ => draftField,
    };
}
