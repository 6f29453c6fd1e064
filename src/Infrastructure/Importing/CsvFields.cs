using System.Globalization;
using CsvHelper;
using Investr.Domain.Importing;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Importing;

/// <summary>The fields of one row: each is read as what it must be, and what it is not becomes a fault with line and column.</summary>
internal sealed class CsvFields(CsvReader csv, int line)
{
    private readonly List<ImportRowFault> _faults = [];

    /// <summary>The line on which the row begins.</summary>
    public int Line => line;

    /// <summary>What is wrong with the fields read so far.</summary>
    public IReadOnlyList<ImportRowFault> Faults => _faults;

    /// <summary>A text; null where it is left out.</summary>
    public string? Text(string column) => csv.TryGetField<string>(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A number; null where it is left out.</summary>
    /// <param name="column">The column.</param>
    /// <param name="layout">How the file writes numbers; with a decimal point and no separators of thousands, if left out.</param>
    public decimal? Number(string column, NumberLayout? layout = null)
    {
        if (Text(column) is not { } text) return null;

        layout ??= NumberLayout.Plain;
        if (layout.Read(text) is { } number) return number;

        Fault(column, $"\"{text}\" is no number of at most 28 digits; {layout.Description} expected.");
        return null;
    }

    /// <summary>A day, which must be there, in one of some layouts; a time of day in them is passed over.</summary>
    public DateOnly Day(string column, params string[] layouts)
    {
        if (Text(column) is not { } text)
        {
            Fault(column, "A date is needed.");
            return default;
        }

        if (!DateTime.TryParseExact(text, layouts, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            Fault(column, $"\"{text}\" is no date; {string.Join(" or ", layouts)} is expected.");
        return DateOnly.FromDateTime(moment);
    }

    /// <summary>A currency; null where it is left out.</summary>
    public Currency? Currency(string column)
    {
        if (Text(column) is not { } text) return null;
        if (Domain.Monetary.Currency.TryParse(text, out var currency)) return currency;

        Fault(column, $"\"{text}\" is no currency that is known.");
        return null;
    }

    /// <summary>Notes a fault of the row as a whole.</summary>
    public void Fault(string message) => _faults.Add(new(line, null, message));

    /// <summary>Notes a fault of a column.</summary>
    public void Fault(string column, string message) => _faults.Add(new(line, column, message));
}
