using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Valuation;

namespace Investr.Domain.Diversification;

/// <summary>
/// The score div-1, from 0 to 100: how a portfolio spreads over names, classes, sectors, countries and currencies, and how far its
/// risks cancel out. docs/measures.md has the formulas.
/// </summary>
public static class DiversificationScore
{
    /// <summary>Scores a portfolio.</summary>
    /// <param name="value">The portfolio with its value.</param>
    /// <param name="assets">The assets that funds name as their constituents, as far as they are known.</param>
    /// <param name="history">Returns of the holdings; <see cref="ReturnHistory.None"/> where there are none.</param>
    /// <param name="lookThrough">Whether a fund counts as what it holds; otherwise as one asset.</param>
    /// <returns>The score with its parts; 0 for an empty portfolio.</returns>
    public static DiversificationAnalysis Of(
        PortfolioValue value, IReadOnlyDictionary<AssetId, Asset> assets, ReturnHistory history, bool lookThrough = true)
    {
        var weights = value.Holdings
            .Where(holding => holding.Value.Amount > 0)
            .ToDictionary(holding => holding.Asset.Id, holding => (double)holding.Value.Amount);
        var concentration = Concentration.Of(weights.Values);
        var names = NameExposure.Of(value, lookThrough);
        var exposure = new Exposure(value, assets, lookThrough);
        var risk = RiskSpread.Of(weights, history);

        ScorePart?[] parts =
        [
            PartOfNames(names),
            PartOfRisk(weights.Count, risk),
            PartOf(exposure, AllocationDimension.Class, "CLASS", ScoreReference.ClassWeight, ScoreReference.Classes, "classes"),
            PartOf(exposure, AllocationDimension.Sector, "SECTOR", ScoreReference.SectorWeight, ScoreReference.Sectors, "sectors"),
            PartOf(exposure, AllocationDimension.Country, "COUNTRY", ScoreReference.CountryWeight, ScoreReference.Countries, "countries"),
            PartOf(
                exposure, AllocationDimension.Currency, "CURRENCY", ScoreReference.CurrencyWeight, ScoreReference.Currencies, "currencies"),
        ];
        var sum = ScoreSum.Of([.. parts.OfType<ScorePart>()]);
        var cap = CapOf(names, value);

        return new()
        {
            Score = Math.Min(sum.Score, cap),
            ScoreLow = Math.Min(sum.Low, cap),
            ScoreHigh = Math.Min(sum.High, cap),
            MethodVersion = ScoreReference.Version,
            Components = sum.Components,
            Holdings = weights.Count,
            HerfindahlIndex = concentration.HerfindahlIndex,
            EffectiveHoldings = concentration.EffectiveNumber,
            NormalizedEntropy = concentration.NormalizedEntropy,
            DiversificationRatio = risk?.DiversificationRatio,
            EffectiveBets = risk?.DiversificationRatio * risk?.DiversificationRatio,
            AverageCorrelation = risk?.AverageCorrelation,
            DataIssues = [.. sum.Components.Where(component => component.Coverage < 1).Select(IssueOf)],
        };
    }

    private static ScorePart? PartOfNames(NameExposure names) => names.Buckets.Count == 0 ? null : ScorePart.OfCategories(
        "NAME", ScoreReference.NameWeight, ScoreReference.Names, "names", [.. names.Buckets.Select(part => (double)part)], unknown: 0);

    // A dimension of which everything is outside (the sector of a portfolio without equity) is no part of the score at all.
    private static ScorePart? PartOf(
        Exposure exposure, AllocationDimension dimension, string name, double weight, double reference, string noun)
    {
        var slices = exposure.SlicesBy(dimension).Where(slice => slice.Kind != ExposureKind.Outside).ToArray();
        if (slices.Length == 0) return null;

        var known = slices.Where(slice => slice.Kind == ExposureKind.Known)
            .GroupBy(slice => slice.Key, StringComparer.Ordinal)
            .Select(bucket => (double)bucket.Sum(slice => slice.Value))
            .ToArray();
        var unknown = (double)slices.Where(slice => slice.Kind == ExposureKind.Unknown).Sum(slice => slice.Value);
        return ScorePart.OfCategories(name, weight, reference, noun, known, unknown);
    }

    private static ScorePart? PartOfRisk(int holdings, RiskSpread? risk)
    {
        const string Name = "RISK";
        const double Weight = ScoreReference.RiskWeight;

        if (holdings == 0) return null;
        if (holdings == 1) return new(Name, Weight, Coverage: 1, Score: 0, Low: 0, High: 0, "With a single holding no risks cancel out.");
        if (risk is null)
            return ScorePart.Unmeasured(Name, Weight, $"Left out: it takes {ScoreReference.LeastObservations} common daily returns.");

        var ratio = risk.DiversificationRatio;
        var score = Math.Clamp(Math.Log(ratio * ratio) / Math.Log(ScoreReference.IndependentRisks), 0, 1);
        var text = ratio.ToString("0.00", CultureInfo.InvariantCulture);
        return new(
            Name, Weight, risk.Coverage, score, Low: score * risk.Coverage, High: score * risk.Coverage + 1 - risk.Coverage,
            $"The holdings' volatilities add up to {text} times that of the whole; 2 times and more score in full.");
    }

    private static double CapOf(NameExposure names, PortfolioValue value)
    {
        var owned = value.Holdings.Sum(holding => Math.Max(holding.Value.Amount, 0))
            + value.CashBalances.Sum(cash => Math.Max(cash.Value, 0));
        if (owned <= 0) return 100;

        var share = (double)(names.LargestValue / owned);
        return ScoreReference.IssuerCaps.Where(cap => share > cap.Share).Select(cap => cap.Most).DefaultIfEmpty(100).Min();
    }

    private static DataIssue IssueOf(ScoreComponent component) => component.Name == "RISK"
        ? new(DataIssue.HistoryTooShort, "Some holdings have too short a history of prices for their risk to be measured.")
        : new(DataIssue.ClassificationMissing, string.Create(
            CultureInfo.InvariantCulture, $"The {component.Name} part is known for {component.Coverage:P0} of the value."));
}
