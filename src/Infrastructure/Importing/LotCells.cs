using System.Globalization;
using System.Text.RegularExpressions;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>
/// Lots as Investr's own CSV writes them. A sale takes <c>4 of 1 + 1.5 of 3#2</c>: four units of the lot called 1, one and a half of the
/// second of those called 3. A transfer brings <c>10 of 2024-01-03 for 1843.5 USD + 2 of 2024-02-01 for 400 USD</c>.
/// </summary>
internal static partial class LotCells
{
    private const string Plus = " + ";

    public static string? Of(IReadOnlyList<NamedLot> lots) =>
        lots.Count == 0 ? null : string.Join(Plus, lots.Select(lot => $"{ExactText.Of(lot.Quantity)} of {lot.Name}{NumberOf(lot)}"));

    public static string? Of(IReadOnlyList<TransferredLot> lots) => lots.Count == 0
        ? null
        : string.Join(Plus, lots.Select(lot =>
            $"{ExactText.Of(lot.Quantity.Units)} of {ExactText.Of(lot.OpenedOn)} for {ExactText.Of(lot.Cost.Amount)} {lot.Cost.Currency.Code}"));

    /// <summary>The lots from which a sale takes; null where the text says something else.</summary>
    public static IReadOnlyList<NamedLot>? ReadNamed(string text) => ReadAll(text, NamedPattern(), match =>
        NumberLayout.Plain.Read(match.Groups["units"].Value) is { } units
            && TryReadNumber(match.Groups["number"], out var number)
            ? new NamedLot(match.Groups["name"].Value, number, units)
            : null);

    /// <summary>The lots that a transfer brings; null where the text says something else.</summary>
    public static IReadOnlyList<TransferredLotDraft>? ReadTransferred(string text) => ReadAll(text, TransferredPattern(), match =>
        NumberLayout.Plain.Read(match.Groups["units"].Value) is { } units
            && NumberLayout.Plain.Read(match.Groups["cost"].Value) is { } cost
            && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Currency.TryParse(match.Groups["currency"].Value, out var currency)
            ? new TransferredLotDraft(day, units, cost, currency)
            : null);

    private static List<T>? ReadAll<T>(string text, Regex pattern, Func<Match, T?> read) where T : class
    {
        var lots = new List<T>();
        foreach (var part in text.Split('+', StringSplitOptions.TrimEntries))
        {
            if (pattern.Match(part) is not { Success: true } match || read(match) is not { } lot) return null;
            lots.Add(lot);
        }

        return lots;
    }

    private static string NumberOf(NamedLot lot) => lot.Number == 1 ? "" : FormattableString.Invariant($"#{lot.Number}");

    private static bool TryReadNumber(Group group, out int number)
    {
        number = 1;
        return !group.Success || (int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);
    }

    [GeneratedRegex(@"^(?<units>\S+) of (?<name>[^\s#]+)(?:#(?<number>\d+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedPattern();

    [GeneratedRegex(@"^(?<units>\S+) of (?<day>\S+) for (?<cost>\S+) (?<currency>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TransferredPattern();
}
