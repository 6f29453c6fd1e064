using Investr.TestKit;

namespace Investr.Api.Tests.Access;

/// <summary>A line of access.md: a field, how it is asked for, and what each person gets.</summary>
internal sealed record AccessRow(string Field, string Asked, IReadOnlyList<string> Outcomes)
{
    public string Key => $"{Field} | {Asked}";

    public override string ToString() => $"| {Field} | {Asked} | {string.Join(" | ", Outcomes)} |";
}

/// <summary>access.md, where it is written down who may see and do what.</summary>
internal static class AccessTable
{
    public const string File = "tests/Api.Tests/Access/access.md";

    public static IReadOnlyList<AccessRow> Read() =>
    [
        .. System.IO.File.ReadLines(Path.Combine(Repository.Folder, File))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[0].Contains('.', StringComparison.Ordinal) || cells[0].StartsWith("GET ", StringComparison.Ordinal))
            .Select(cells => new AccessRow(cells[0], cells[1], cells[2..])),
    ];
}
