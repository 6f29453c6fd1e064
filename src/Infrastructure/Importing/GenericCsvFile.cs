using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Investr.Application.Exporting;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>Writes ledgers in Investr's own CSV, so that the format that reads it gives every entry back.</summary>
internal sealed class GenericCsvFile : ILedgerFile
{
    // As many places as a decimal has, and no zeros that say nothing.
    private const string Exactly = "0.############################";
    private const int RowsAtOnce = 500;

    // Where a spreadsheet might end a cell, whatever delimiter its user's country has.
    private static readonly SearchValues<char> CellEnds = SearchValues.Create(",;\t\"\r\n");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteAsync(IAsyncEnumerable<ExportedEntry> entries, Stream file, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, Utf8, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            ShouldQuote = field => field.Field is { } value && (value.AsSpan().ContainsAny(CellEnds) || value != value.Trim()),
        });

        foreach (var column in GenericCsvFormat.Columns) csv.WriteField(column);
        await csv.NextRecordAsync();

        var written = 0;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            var transaction = entry.Transaction is TransferIn transfer ? transfer.AtAverageCost() : entry.Transaction;
            foreach (var cell in CellsOf(transaction, SpreadsheetText.Harmless(entry.Symbol))) csv.WriteField(cell);
            await csv.NextRecordAsync();

            if (++written % RowsAtOnce == 0) await csv.FlushAsync();
        }
    }

    // In the order of the columns.
    private static string?[] CellsOf(Transaction entry, string? symbol)
    {
        var (units, amount, split) = (entry as UnitTransaction, entry as AmountTransaction, entry as Split);
        return
        [
            entry.TradeDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            NameOf(entry.Type),
            symbol,
            Text(units?.Quantity.Units),
            Text(units?.UnitPrice),
            Text(amount?.Amount),
            entry.Currency.Code,
            entry.Fee == 0 ? null : Text(entry.Fee),
            entry.Tax == 0 ? null : Text(entry.Tax),
            split?.Ratio.ToString(),
            SpreadsheetText.Harmless(entry.Note),
            SpreadsheetText.Harmless(entry.ExternalId),
        ];
    }

    private static string? Text(decimal? number) => number?.ToString(Exactly, CultureInfo.InvariantCulture);

    private static string NameOf(TransactionType type) => type switch
    {
        TransactionType.TransferIn => "TRANSFER_IN",
        TransactionType.TransferOut => "TRANSFER_OUT",
        _ => type.ToString().ToUpperInvariant(),
    };
}
