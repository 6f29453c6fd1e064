namespace Investr.Domain.Importing;

/// <summary>What is wrong with one row of a file.</summary>
/// <param name="Line">The line of the file, counted from 1, the header included.</param>
/// <param name="Field">The column; null where the row as a whole is wrong.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record ImportRowFault(int Line, string? Field, string Message);

/// <summary>A file could not be imported; nothing of it was taken.</summary>
/// <param name="Rows">Every fault of every row.</param>
public sealed record ImportRefused(IReadOnlyList<ImportRowFault> Rows) : Refusal("IMPORT_FAILED")
{
    /// <inheritdoc/>
    public override string Message => Rows.Count == 1
        ? FormattableString.Invariant($"Line {Rows[0].Line}: {Rows[0].Message}")
        : FormattableString.Invariant($"{Rows.Count} faults in the file, the first in line {Rows[0].Line}: {Rows[0].Message}");
}
