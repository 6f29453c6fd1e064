using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Investr.Application.Importing;
using Investr.Domain.Importing;

namespace Investr.Infrastructure.Importing;

/// <summary>Reads a CSV row by row, with the line on which each begins. The delimiter is the one that the header has most of.</summary>
internal static class CsvText
{
    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> HeaderOf(string text)
    {
        var line = FirstLine(text);
        return [.. line.Split(DelimiterOf(line)).Select(name => name.Trim().Trim('"'))];
    }

    /// <summary>Whether the header has every one of some columns, in any case.</summary>
    public static bool HasColumns(string text, IEnumerable<string> columns)
    {
        var header = HeaderOf(text);
        return columns.All(column => header.Contains(column, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Reads every row of a file that must have some columns; its lack of them is a fault of the header.</summary>
    public static ImportReading Read(string text, IReadOnlyList<string> needed, Func<CsvFields, ImportedRow?> read)
    {
        if (!HasColumns(text, needed)) return new([], [new(1, null, $"The header must have the columns {string.Join(",", needed)}.")]);

        var (rows, faults) = Read(text, read);
        return new(rows, faults);
    }

    /// <summary>Reads every row; the function gets its fields, and tells faults to them.</summary>
    public static (IReadOnlyList<T> Rows, IReadOnlyList<ImportRowFault> Faults) Read<T>(string text, Func<CsvFields, T?> read) where T : class
    {
        var faults = new List<ImportRowFault>();
        using var source = new StringReader(text);
        using var csv = new CsvReader(source, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(FirstLine(text)),
            PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant(),
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = bad => faults.Add(new(bad.Context.Parser!.RawRow, null, "A quotation mark stands where none may.")),
        });

        var rows = new List<T>();
        if (!csv.Read() || !csv.ReadHeader()) return (rows, faults);

        while (csv.Read())
        {
            var fields = new CsvFields(csv, LineOf(csv));
            if (HasCellsBeyondHeader(csv)) fields.Fault("The row has more cells than the header.");
            var row = ReadOrTell(read, fields);
            if (fields.Faults.Count == 0 && row is not null) rows.Add(row);
            faults.AddRange(fields.Faults);
        }

        return (rows, faults);
    }

    // A number with a decimal comma that is not quoted moves all that follows it.
    private static bool HasCellsBeyondHeader(CsvReader csv) =>
        Enumerable.Range(0, csv.Parser.Count).Skip(csv.HeaderRecord!.Length).Any(cell => !string.IsNullOrWhiteSpace(csv.Parser[cell]));

    private static T? ReadOrTell<T>(Func<CsvFields, T?> read, CsvFields fields) where T : class
    {
        try
        {
            return read(fields);
        }
        catch (OverflowException)
        {
            // Each number fits, but what the layout reckons from them does not.
            fields.Fault("The numbers of this row come to more than can be reckoned with.");
            return null;
        }
    }

    // The parser tells the line on which a row ends; a quoted field may have brought it there.
    private static int LineOf(CsvReader csv) => csv.Parser.RawRow - csv.Parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    private static string FirstLine(string text)
    {
        var start = text.AsSpan().TrimStart("\r\n");
        var end = start.IndexOfAny('\r', '\n');
        return (end < 0 ? start : start[..end]).ToString();
    }

    private static string DelimiterOf(string header) => Delimiters.MaxBy(delimiter => header.Split(delimiter).Length)!;
}
