using System.Globalization;
using AutoMapper;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>Investr's own CSV: a column for each field of a transaction.</summary>
internal sealed class GenericCsvFormat(IMapper mapper) : IImportFormat
{
    public static readonly string[] Columns =
        ["date", "type", "symbol", "quantity", "unitPrice", "amount", "currency", "fee", "tax", "ratio", "lot", "lots", "note", "externalId"];

    public string Id => "generic-csv";

    public string Name => "Generic CSV";

    public string Description =>
        $"A header with the columns {string.Join(",", Columns)}; date and type are needed, the rest as the type asks. Dates are ISO 8601 "
        + "(2026-11-22), numbers have a decimal point, types are those of the schema (BUY, SELL, DIVIDEND, …), a ratio is new units for old "
        + "(3:1, or 3). A purchase may give its lot a name, and a sale may say from which lots it takes (4 of a + 1.5 of b). A TRANSFER_IN "
        + "may bring its lots, each with its day and cost (10 of 2024-01-03 for 1843.50 USD). A row with an externalId that is in the portfolio already is passed over.";

    public string Sample => """
        date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,lot,lots,note,externalId
        2024-01-02,DEPOSIT,,,,5000,USD,,,,,,opening,
        2024-01-03,BUY,AAPL,10,184.25,,USD,1.00,,,a,,,order-1
        2024-01-04,TRANSFER_IN,AAPL,5,,,USD,,,,,3 of 2020-03-02 for 224.50 USD + 2 of 2021-05-03 for 265.08 USD,,
        2024-02-16,DIVIDEND,AAPL,,,3.60,USD,,0.54,,,,,
        2024-06-03,SELL,AAPL,4,194.03,,USD,1.00,,,,4 of a,,order-2
        """;

    public bool Recognizes(string text)
    {
        var header = CsvText.HeaderOf(text);
        return Has("date") && Has("type") && header.All(column => Columns.Contains(column, StringComparer.OrdinalIgnoreCase));

        bool Has(string column) => header.Contains(column, StringComparer.OrdinalIgnoreCase);
    }

    public ImportReading Read(string text)
    {
        if (!Recognizes(text))
        {
            return new([], [new(1, null, $"The header must have date and type, and no columns but {string.Join(",", Columns)}.")]);
        }

        var (rows, faults) = CsvText.Read(text, RowOf);
        return new([.. rows.Select(ImportedOf)], faults);

        ImportedRow ImportedOf(GenericCsvRow row) =>
            new(row.Line, mapper.Map<TransactionDraft>(row)) { LotName = row.Lot, TakesFrom = row.TakesFrom ?? [] };
    }

    public string ColumnOf(string draftField) => draftField switch
    {
        "tradeDate" => "date",
        "assetId" => "symbol",
        "transferredLots" => "lots",
        _ => draftField,
    };

    private static GenericCsvRow RowOf(CsvFields fields)
    {
        var type = TypeOf(fields);
        return new(
            fields.Line,
            fields.Day("date", "yyyy-MM-dd"),
            type,
            SpreadsheetText.Original(fields.Text("symbol")),
            fields.Number("quantity"),
            fields.Number("unitPrice"),
            fields.Number("amount"),
            fields.Currency("currency"),
            fields.Number("fee"),
            fields.Number("tax"),
            RatioOf(fields),
            fields.Text("lot"),
            type == TransactionType.TransferIn ? null : LotsOf(fields, LotCells.ReadNamed, "lots as in 4 of a + 1.5 of b"),
            type == TransactionType.TransferIn ? LotsOf(fields, LotCells.ReadTransferred, "lots as in 10 of 2024-01-03 for 1843.50 USD") : null,
            SpreadsheetText.Original(fields.Text("note")),
            SpreadsheetText.Original(fields.Text("externalId")));
    }

    private static IReadOnlyList<T>? LotsOf<T>(CsvFields fields, Func<string, IReadOnlyList<T>?> read, string expected)
    {
        if (fields.Text("lots") is not { } text) return null;
        if (read(text) is { } lots) return lots;

        fields.Fault("lots", $"\"{text}\" is not understood; {expected} are expected.");
        return null;
    }

    // New units for old ones as 3:1, or how many new ones come for one.
    private static decimal? RatioOf(CsvFields fields)
    {
        if (fields.Text("ratio") is not { } text || !text.Contains(':', StringComparison.Ordinal)) return fields.Number("ratio");

        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts is [var into, var from] && Whole(into, out var units) && Whole(from, out var old))
        {
            // A draft has a decimal, which is as good as the fraction where it is read as the same one.
            var ratio = new Ratio(units, old);
            if (Ratio.TryFromDecimal(ratio.ToDecimal(), out var read) && read == ratio) return ratio.ToDecimal();
        }

        fields.Fault("ratio", $"\"{text}\" is no ratio; new units for old ones, as in 3:1, are expected.");
        return null;

        static bool Whole(string part, out long number) =>
            long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    private static TransactionType TypeOf(CsvFields fields)
    {
        var text = fields.Text("type");
        var name = text?.Replace("_", "", StringComparison.Ordinal);
        if (name is not null && name.All(char.IsLetter) && Enum.TryParse<TransactionType>(name, ignoreCase: true, out var type)) return type;

        fields.Fault("type", text is null ? "A type is needed." : $"\"{text}\" is no type of transaction.");
        return default;
    }
}

/// <summary>A row of Investr's own CSV.</summary>
internal sealed record GenericCsvRow(
    int Line,
    DateOnly Date,
    TransactionType Type,
    string? Symbol,
    decimal? Quantity,
    decimal? UnitPrice,
    decimal? Amount,
    Currency? Currency,
    decimal? Fee,
    decimal? Tax,
    decimal? Ratio,
    string? Lot,
    IReadOnlyList<NamedLot>? TakesFrom,
    IReadOnlyList<TransferredLotDraft>? TransferredLots,
    string? Note,
    string? ExternalId);
