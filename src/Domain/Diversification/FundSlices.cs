using Investr.Domain.Market;

namespace Investr.Domain.Diversification;

/// <summary>A share of a fund for which something is known.</summary>
internal readonly record struct FundSlice(Constituent Constituent, string Label, decimal Share);

/// <summary>Looks into a fund: which shares of it go to which sector, country, class, or asset.</summary>
internal static class FundSlices
{
    /// <summary>What is known of a fund by one property; the shares add up to at most one.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="tells">What a constituent says of the property; null where it says nothing.</param>
    internal static IReadOnlyList<FundSlice> By(Asset fund, Func<Constituent, string?> tells)
    {
        var telling = fund.Constituents
            .Where(constituent => constituent.Weight > 0)
            .Select(constituent => new FundSlice(constituent, tells(constituent) ?? "", (decimal)constituent.Weight))
            .Where(slice => slice.Label.Length > 0)
            .ToArray();

        // A list by this property alone is complete in itself; counting the named assets beside it would count them twice.
        var exposures = telling.Where(slice => slice.Constituent.Asset is null && TellsOneThing(slice.Constituent)).ToArray();
        var chosen = exposures.Length > 0 ? exposures : telling;

        var sum = chosen.Sum(slice => slice.Share);
        return sum <= 1 ? chosen : [.. chosen.Select(slice => slice with { Share = slice.Share / sum })];
    }

    private static bool TellsOneThing(Constituent constituent) =>
        (constituent.Class is null ? 0 : 1) + (constituent.Sector is null ? 0 : 1) + (constituent.Country is null ? 0 : 1) == 1;
}
