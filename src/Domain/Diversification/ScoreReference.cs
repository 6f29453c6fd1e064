namespace Investr.Domain.Diversification;

/// <summary>Every constant of the score div-1. To change one is to make a new version of the score.</summary>
internal static class ScoreReference
{
    internal const string Version = "div-1";

    // Weights of the parts; those that cannot be measured drop out and the others share their weight.
    internal const double NameWeight = 25;
    internal const double RiskWeight = 25;
    internal const double ClassWeight = 20;
    internal const double SectorWeight = 10;
    internal const double CountryWeight = 10;
    internal const double CurrencyWeight = 10;

    // Effective numbers from which a part has its full score.
    internal const double Names = 30;
    internal const double Classes = 4;
    internal const double Sectors = 7;
    internal const double Countries = 4;
    internal const double Currencies = 2;

    // The squared diversification ratio, an effective number of independent risks, for the full score.
    internal const double IndependentRisks = 4;

    // A single issuer above such a share of all that is owned gives at most such a score; the strictest first.
    internal static readonly IReadOnlyList<(double Share, double Most)> IssuerCaps = [(0.50, 40), (0.25, 70)];

    // A quarter of daily returns, below which correlations are mostly noise.
    internal const int LeastObservations = 60;
}
