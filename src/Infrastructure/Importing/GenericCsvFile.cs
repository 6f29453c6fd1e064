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
            foreach (var cell in CellsOf(entry, entry.Transaction)) csv.WriteField(cell);
            await csv.NextRecordAsync();

            if (++written % RowsAtOnce == 0) await csv.FlushAsync();
        }
    }

    // In the order of the columns.
    private static string?[] CellsOf(ExportedEntry exported, Transaction entry)
    {
        var (units, amount, split) = (entry as UnitTransaction, entry as AmountTransaction, entry as Split);
        return
        [
            ExactText.Of(entry.TradeDate),
            NameOf(entry.Type),
            SpreadsheetText.Harmless(exported.Symbol),
            ExactText.Of(units?.Quantity.Units),
            ExactText.Of(units?.UnitPrice),
            ExactText.Of(amount?.Amount),
            entry.Currency.Code,
            entry.Fee == 0 ? null : ExactText.Of(entry.Fee),
            entry.Tax == 0 ? null : ExactText.Of(entry.Tax),
            split?.Ratio.ToString(),
            exported.LotName,
            entry is TransferIn transfer ? LotCells.Of(transfer.Lots) : LotCells.Of(exported.TakesFrom),
            SpreadsheetText.Harmless(entry.Note),
            SpreadsheetText.Harmless(entry.ExternalId),
        ];
    }

    private static string NameOf(TransactionType type) => type switch
    {
        TransactionType.TransferIn => "TRANSFER_IN",
        TransactionType.TransferOut => "TRANSFER_OUT",
        _ => type.ToString().ToUpperInvariant(),
    };
}
