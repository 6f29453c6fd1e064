using Investr.Application.Portfolios;
using Investr.Domain.Importing;

namespace Investr.Application.Importing;

/// <summary>A layout of files that can be imported: how it is told from others, and how its rows are read.</summary>
public interface IImportFormat
{
    /// <summary>Names it in the API, such as generic-csv; it stays.</summary>
    string Id { get; }

    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>What a file must look like, for whoever makes one.</summary>
    string Description { get; }

    /// <summary>A small file that can be imported.</summary>
    string Sample { get; }

    /// <summary>Whether a text is most likely in this layout, by its beginning.</summary>
    bool Recognizes(string text);

    /// <summary>Reads every row, and tells every fault of form; what the rows mean is checked later.</summary>
    ImportReading Read(string text);

    /// <summary>The layout's own name for a field of a draft, in which the user is told what is wrong with it.</summary>
    string ColumnOf(string draftField) => draftField;
}

/// <summary>What a file turned out to hold.</summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="Faults">What could not, by line.</param>
public sealed record ImportReading(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<ImportRowFault> Faults)
{
    /// <summary>This file's own names for the fields of a draft, where files of one layout differ in them.</summary>
    public Func<string, string>? ColumnOf { get; init; }
}

/// <summary>A row as a draft of a transaction.</summary>
/// <param name="Line">The line of the file on which it begins, counted from 1.</param>
/// <param name="Draft">What it says.</param>
public sealed record ImportedRow(int Line, TransactionDraft Draft)
{
    /// <summary>The international securities identification number that stands beside the symbol, or in its place.</summary>
    public string? Isin { get; init; }

    /// <summary>What other rows of the file call the lots that this one opens.</summary>
    public string? LotName { get; init; }

    /// <summary>From which lots a sale takes, by the names that their rows give them.</summary>
    public IReadOnlyList<NamedLot> TakesFrom { get; init; } = [];
}

/// <summary>Units of a lot that is told by the row of a file that opens it.</summary>
/// <param name="Name">What that row calls its lots.</param>
/// <param name="Number">Which of them, counted from 1; only a transfer brings several.</param>
/// <param name="Quantity">How many units.</param>
public sealed record NamedLot(string Name, int Number, decimal Quantity);
