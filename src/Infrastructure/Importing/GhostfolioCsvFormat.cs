using Investr.Application.Importing;

namespace Investr.Infrastructure.Importing;

/// <summary>The CSV of activities that Ghostfolio imports.</summary>
internal sealed class GhostfolioCsvFormat : IImportFormat
{
    private static readonly string[] Needed = ["Date", "Code", "Currency", "Price", "Quantity", "Action", "Fee"];
    private static readonly string[] DateLayouts = ["yyyy-MM-dd", "dd-MM-yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "yyyyMMdd"];

    public string Id => "ghostfolio-csv";

    public string Name => "Ghostfolio CSV";

    public string Description =>
        $"A header with the columns {string.Join(",", Needed)} and, if wanted, DataSource and Note. Actions are buy, sell, dividend, "
        + "interest and fee; a dividend or interest is Price times Quantity, a fee is its Fee. Dates begin with the day or with the year.";

    public string Sample => """
        Date,Code,DataSource,Currency,Price,Quantity,Action,Fee,Note
        16-09-2021,MSFT,YAHOO,USD,298.580,5,buy,19.00,First order
        17-11-2021,MSFT,YAHOO,USD,0.62,5,dividend,0.00,
        """;

    public bool Recognizes(string text) => CsvText.HasColumns(text, Needed);

    public ImportReading Read(string text) => CsvText.Read(text, Needed, RowOf);

    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => "Date",
        "symbol" or "assetId" => "Code",
        "unitPrice" or "amount" => "Price",
        "currency" => "Currency",
        "quantity" => "Quantity",
        "fee" => "Fee",
        "note" => "Note",
        _ => draftField,
    };

    private static ImportedRow? RowOf(CsvFields fields)
    {
        var day = fields.Day("Date", DateLayouts);
        var currency = fields.Currency("Currency");
        var price = fields.Number("Price");
        var quantity = fields.Number("Quantity");
        var fee = fields.Number("Fee");
        var action = fields.Text("Action");
        if (GhostfolioActivity.TypeOf(action) is not { } type)
        {
            fields.Fault("Action", $"\"{action}\" is no action; {GhostfolioActivity.Types} is expected.");
            return null;
        }

        var activity = new GhostfolioActivity(type, day, fields.Text("Code"), currency, price, quantity, fee, fields.Text("Note"));
        return new(fields.Line, activity.ToDraft());
    }
}
