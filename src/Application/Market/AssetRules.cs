using System.Globalization;
using Investr.Domain;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>What the details of an asset must be like, whoever enters them.</summary>
internal static class AssetRules
{
    private const int MaxSymbolLength = 50;
    private const int MaxNameLength = 200;
    private const int MaxExchangeLength = 50;
    private const int MaxSectorLength = 100;
    private const int MostConstituents = 5_000;

    // Weights are given to a few places, so that many of them add up to a little more than the whole.
    private const double MostWeight = 1.001;

    /// <summary>Every fault, each with the path of its field.</summary>
    public static IEnumerable<InputFault> FaultsOf(AssetDetails details) =>
    [
        .. SymbolFaults(details.Symbol),
        .. NameFaults(details.Name, "name"),
        .. CountryFaults(details.Country, "country"),
        .. LengthFaults(details.Exchange, MaxExchangeLength, "exchange"),
        .. LengthFaults(details.Sector, MaxSectorLength, "sector"),
        .. LengthFaults(details.Industry, MaxSectorLength, "industry"),
        .. IsinFaults(details.Isin),
        .. ConstituentFaults(details.Constituents),
    ];

    private static IEnumerable<InputFault> SymbolFaults(string symbol)
    {
        if (symbol.Length == 0) yield return new(["symbol"], "A symbol is needed.");
        if (symbol.Length > MaxSymbolLength) yield return new(["symbol"], $"A symbol has at most {MaxSymbolLength} characters.");
        if (symbol.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) yield return new(["symbol"], "A symbol has no spaces in it.");
    }

    private static IEnumerable<InputFault> NameFaults(string name, params string[] path)
    {
        if (name.Length == 0) yield return new(path, "A name is needed.");
        if (name.Length > MaxNameLength) yield return new(path, $"A name has at most {MaxNameLength} characters.");
    }

    private static IEnumerable<InputFault> CountryFaults(string? country, params string[] path)
    {
        if (country is not (null or [>= 'A' and <= 'Z', >= 'A' and <= 'Z']))
            yield return new(path, "A country is two capital letters, such as US (ISO 3166-1 alpha-2).");
    }

    private static IEnumerable<InputFault> LengthFaults(string? text, int most, params string[] path)
    {
        if (text?.Length > most) yield return new(path, $"This has at most {most} characters.");
    }

    private static IEnumerable<InputFault> IsinFaults(string? isin)
    {
        if (isin is not null && !IsIsin(isin))
            yield return new(["isin"], "An ISIN is two letters, nine letters or digits, and the check digit that goes with them.");
    }

    private static IEnumerable<InputFault> ConstituentFaults(IReadOnlyList<Constituent> constituents)
    {
        if (constituents.Count > MostConstituents) yield return new(["constituents"], $"At most {MostConstituents} constituents are kept.");
        if (constituents.Sum(slice => slice.Weight) > MostWeight) yield return new(["constituents"], "The weights add up to more than 1.");

        foreach (var (place, slice) in constituents.Index())
        {
            var path = new[] { "constituents", place.ToString(CultureInfo.InvariantCulture) };
            if (slice.Weight is not (> 0 and <= 1)) yield return new([.. path, "weight"], "A weight is more than 0 and at most 1.");

            var faults = NameFaults(slice.Name, "name").Concat(CountryFaults(slice.Country, "country"))
                .Concat(LengthFaults(slice.Sector, MaxSectorLength, "sector"));
            foreach (var fault in faults) yield return fault.Under(path);
        }
    }

    // ISO 6166: letters become 10 to 35; from the right every other digit is doubled; the sum of the digits is a multiple of ten.
    private static bool IsIsin(string isin)
    {
        if (isin.Length != 12 || !isin.All(c => c is >= 'A' and <= 'Z' or >= '0' and <= '9')) return false;
        if (char.IsDigit(isin[0]) || char.IsDigit(isin[1]) || !char.IsDigit(isin[11])) return false;

        var digits = isin.SelectMany(c => char.IsDigit(c) ? [c - '0'] : new[] { (c - 'A' + 10) / 10, (c - 'A' + 10) % 10 });
        return digits.Reverse().Select((digit, place) => place % 2 == 0 ? digit : (2 * digit / 10) + (2 * digit % 10)).Sum() % 10 == 0;
    }
}
