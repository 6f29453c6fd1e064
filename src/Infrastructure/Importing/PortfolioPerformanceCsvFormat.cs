using Investr.Application.Importing;

namespace Investr.Infrastructure.Importing;

/// <summary>The CSV that Portfolio Performance exports of the transactions of an account, or of a securities account.</summary>
/// <remarks>A purchase stands in both files, and in the same words, so that the second file's is known for a duplicate.</remarks>
internal sealed class PortfolioPerformanceCsvFormat : IImportFormat
{
    private static readonly PortfolioPerformanceWords[] Languages =
        [PortfolioPerformanceWords.German, PortfolioPerformanceWords.English];
    private static readonly string[] DateLayouts =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy"];

    public string Id => "portfolio-performance-csv";

    public string Name => "Portfolio Performance CSV";

    public string Description =>
        "Portfolio Performance's export of account transactions or portfolio transactions, in German (numbers like 1.234,56) or English "
        + "(1,234.56). Amounts are in the transaction currency. Deliveries, and transfers with shares, become TRANSFER_IN and TRANSFER_OUT; "
        + "transfers of cash become DEPOSIT and WITHDRAWAL.";

    public string Sample => """
        Date,Type,Value,Transaction Currency,Gross Amount,Currency Gross Amount,Exchange Rate,Fees,Taxes,Shares,ISIN,WKN,Ticker Symbol,Security Name,Note
        2024-01-02T00:00,Deposit,"5,000.00",USD,,,,,,,,,,,
        2024-01-03T00:00,Buy,"-1,843.50",USD,,,,1.00,,10,US0378331005,865985,AAPL,Apple,
        2024-02-16T00:00,Dividend,2.04,USD,,,,,0.36,10,US0378331005,865985,AAPL,Apple,
        """;

    public bool Recognizes(string text) => WordsOf(text) is not null;

    public ImportReading Read(string text)
    {
        if (WordsOf(text) is not { } words)
        {
            var headers = string.Join(", or ", Languages.Select(language => string.Join(",", NeededIn(language))));
            return new([], [new(1, null, $"The header must have the columns {headers}.")]);
        }

        var (rows, faults) = CsvText.Read(text, fields => RowOf(fields, words));
        return new(rows, faults) { ColumnOf = words.ColumnOf };
    }

    private static PortfolioPerformanceWords? WordsOf(string text)
    {
        var header = CsvText.HeaderOf(text);
        return Languages.FirstOrDefault(words => NeededIn(words).All(column => header.Contains(column, StringComparer.OrdinalIgnoreCase)));
    }

    private static string[] NeededIn(PortfolioPerformanceWords words) => [words.Date, words.Type, words.Value, words.Currency];

    private static ImportedRow? RowOf(CsvFields fields, PortfolioPerformanceWords words)
    {
        var isin = fields.Text(PortfolioPerformanceWords.Isin);
        var day = fields.Day(words.Date, DateLayouts);
        var type = TypeOf(fields, words);
        var value = Amount(words.Value);
        var booking = new PortfolioPerformanceBooking(
            type.GetValueOrDefault(),
            day,
            fields.Currency(words.Currency),
            value.GetValueOrDefault(),
            Amount(words.Fees),
            Amount(words.Taxes),
            Amount(words.Shares),
            fields.Text(words.Ticker) ?? isin ?? fields.Text(words.SecurityName),
            fields.Text(words.Note));
        if (value is null) fields.Fault(words.Value, "A value is needed.");

        return type is null || value is null ? null : new(fields.Line, booking.ToDraft()) { Isin = booking.IsOfCash ? null : isin };

        // Which sign a value has depends on the kind of file, and the type says as much.
        decimal? Amount(string column) => fields.Number(column, words.Numbers) is { } number ? Math.Abs(number) : null;
    }

    private static PortfolioPerformanceType? TypeOf(CsvFields fields, PortfolioPerformanceWords words)
    {
        var text = fields.Text(words.Type);
        if (text is not null && words.Types.TryGetValue(text, out var type)) return type;

        fields.Fault(
            words.Type,
            text is null ? "A type is needed." : $"\"{text}\" is no type; one of {string.Join(", ", words.Types.Keys)} is expected.");
        return null;
    }
}
