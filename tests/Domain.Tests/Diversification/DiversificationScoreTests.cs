using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Diversification;

public sealed class DiversificationScoreTests
{
    [Fact]
    public void The_worked_example_scores_0_58_over_names_and_classes()
    {
        // 994 and six times 1, each in a class of its own. Squares: 0.994² + 6 * 0.001² = 0.988042, so N = 1.0121.
        // Names: ln 1.0121 / ln 30 = 0.003537. Classes: ln 1.0121 / ln 4 = 0.008678.
        // 100 * (25 * 0.003537 + 20 * 0.008678) / 45 = 0.5822
        double[] amounts = [994, 1, 1, 1, 1, 1, 1];

        var sum = ScoreSum.Of(
        [
            ScorePart.OfCategories("NAME", 25, 30, "names", amounts, unknown: 0),
            ScorePart.OfCategories("CLASS", 20, 4, "classes", amounts, unknown: 0),
        ]);

        Assert.Equal(0.58, sum.Score, 2);
        Assert.Equal(0.5822, sum.Score, 4);
    }

    [Fact]
    public void One_asset_scores_nothing()
    {
        var analysis = Score(A.Market().Knows(Stock("ACME", "US", "Technology")).Quotes("ACME", 10m), ("ACME", 5m));

        Assert.Equal((0.0, 0.0, 0.0), (analysis.ScoreLow, analysis.Score, analysis.ScoreHigh));
        Assert.Equal(
            (1, 1.0, 1.0, 0.0),
            (analysis.Holdings, analysis.HerfindahlIndex, analysis.EffectiveHoldings, analysis.NormalizedEntropy));
    }

    [Fact]
    public void Nothing_at_all_scores_nothing()
    {
        var analysis = Score(A.Market());

        Assert.Equal((0.0, 0, 0.0, 0.0), (analysis.Score, analysis.Holdings, analysis.HerfindahlIndex, analysis.EffectiveHoldings));
        Assert.Empty(analysis.Components);
    }

    [Fact]
    public void Two_equal_stocks_of_two_sectors_and_countries_are_measured_part_by_part()
    {
        var analysis = Score(
            A.Market().Knows(Stock("ACME", "US", "Technology"), Stock("OTHER", "FR", "Energy")).Quotes("ACME", 10m).Quotes("OTHER", 10m),
            ("ACME", 5m), ("OTHER", 5m));

        // N = 2 for names, sectors, countries; 1 for classes and currencies; no history for the risk, so 75 of 100 is the whole weight.
        // Names: ln 2 / ln 30 = 0.20379; sectors: ln 2 / ln 7 = 0.35621; countries: ln 2 / ln 4 = 0.5.
        // 100 * (25 * 0.20379 + 10 * 0.35621 + 10 * 0.5) / 75 = 18.209
        Assert.Equal(18.209, analysis.Score, 3);
        Assert.Equal(["NAME", "RISK", "CLASS", "SECTOR", "COUNTRY", "CURRENCY"], analysis.Components.Select(part => part.Name));
        Assert.Equal([1.0, 0.0, 1.0, 1.0, 1.0, 1.0], analysis.Components.Select(part => part.Coverage));
        Assert.Equal(0.0, analysis.Components[1].Weight);

        // Without the risk the bounds are open on that side: a hundredfold of 25 of 100 either way.
        Assert.Equal(0.75 * 18.209, analysis.ScoreLow, 3);
        Assert.Equal(0.75 * 18.209 + 25, analysis.ScoreHigh, 3);
        Assert.Contains(analysis.DataIssues, issue => issue.Code == DataIssue.HistoryTooShort);
    }

    [Fact]
    public void The_contributions_add_up_to_the_score()
    {
        var analysis = Score(Many(40), [.. Enumerable.Range(0, 40).Select(number => ($"S{number}", 1m + number))]);

        Assert.Equal(analysis.Score, analysis.Components.Sum(part => part.Contribution), 1e-9);
        Assert.Equal(1.0, analysis.Components.Sum(part => part.Weight), 1e-9);
    }

    [Theory]
    // 6 of 10 in one issuer: above a half. 30 others share the rest, so that without the cap the score would be higher.
    [InlineData(60, 40)]
    // 3 of 10: above a quarter.
    [InlineData(30, 70)]
    public void A_large_issuer_caps_the_score(int percent, double cap)
    {
        // Each of 40 stocks has another country, sector and currency, and a history that moves by itself.
        var rest = (100m - percent) / 40;
        (string, decimal)[] units = [("BIG", percent), .. Enumerable.Range(0, 40).Select(number => ($"S{number}", rest))];

        var analysis = Score(Many(40).Quotes("BIG", 1m), IndependentReturns(units.Select(unit => unit.Item1)), units);

        Assert.True(analysis.Components.Sum(part => part.Contribution) > cap);
        Assert.Equal((cap, cap), (analysis.Score, analysis.ScoreHigh));
        Assert.True(analysis.ScoreLow <= analysis.Score);
    }

    [Fact]
    public void Exactly_a_quarter_is_no_more_than_a_quarter()
    {
        (string, decimal)[] units = [("BIG", 25m), .. Enumerable.Range(0, 40).Select(number => ($"S{number}", 75m / 40))];

        var analysis = Score(Many(40).Quotes("BIG", 1m), IndependentReturns(units.Select(unit => unit.Item1)), units);

        Assert.Equal(analysis.Components.Sum(part => part.Contribution), analysis.Score, 1e-9);
        Assert.True(analysis.Score > 70);
    }

    [Fact]
    public void Scaling_all_amounts_changes_nothing()
    {
        var market = Many(10);
        var once = Score(market, [.. Enumerable.Range(0, 10).Select(number => ($"S{number}", 1m + number))]);
        var thousandfold = Score(market, [.. Enumerable.Range(0, 10).Select(number => ($"S{number}", 1000m + 1000 * number))]);

        Assert.Equal(once.Score, thousandfold.Score, 1e-9);
        Assert.Equal(once.HerfindahlIndex, thousandfold.HerfindahlIndex, 1e-12);
    }

    [Fact]
    public void Unknown_sectors_open_the_bounds_and_leave_the_score_to_what_is_known()
    {
        var analysis = Score(
            A.Market().Knows(Stock("A", "US", "Technology"), Stock("B", "US", "Energy"), Stock("C", "US", null))
                .Quotes("A", 1m).Quotes("B", 1m).Quotes("C", 1m),
            ("A", 25m), ("B", 25m), ("C", 50m));
        var sector = Assert.Single(analysis.Components, part => part.Name == "SECTOR");

        // Known: two equal sectors, N = 2: 100 * ln 2 / ln 7 = 35.621, for half of the value.
        Assert.Equal(0.5, sector.Coverage, 1e-12);
        Assert.Equal(35.621, sector.Score, 3);
        Assert.True(analysis.ScoreLow < analysis.Score && analysis.Score < analysis.ScoreHigh);
        Assert.Contains(analysis.DataIssues, issue => issue.Code == DataIssue.ClassificationMissing);
    }

    [Fact]
    public void The_bounds_of_a_part_are_what_the_unknown_could_do_to_it()
    {
        var part = ScorePart.OfCategories("SECTOR", 10, 7, "sectors", [25, 25], unknown: 50);

        // Worst: 0.75 and 0.25, squares 0.625. Best: 0.25, 0.25 and countless crumbs, squares 0.125.
        Assert.Equal(Math.Log(1 / 0.625) / Math.Log(7), part.Low, 1e-12);
        Assert.Equal(1.0, part.High, 1e-12);
        Assert.Equal(Math.Log(2) / Math.Log(7), part.Score!.Value, 1e-12);
    }

    [Fact]
    public void A_fund_whose_constituents_are_known_is_spread_like_them_and_is_no_issuer()
    {
        var fund = A.Asset("WORLD", AssetType.Etf, constituents:
        [
            new("Technology", 0.5, Sector: "Technology"), new("Energy", 0.5, Sector: "Energy"),
            new("United States", 0.5, Country: "US"), new("Japan", 0.5, Country: "JP"),
        ]);
        var market = A.Market().Knows(fund).Quotes("WORLD", 1m);

        var through = Score(market, ("WORLD", 100m));
        var positions = A.Ledger().Buys(100m, "WORLD", "2024-01-02").Positions();
        var opaque = DiversificationScore.Of(market.Value(positions), market.Snapshot().Assets, ReturnHistory.None, lookThrough: false);

        // Two names at least, two sectors, two countries.
        Assert.Equal(
            [100 * Math.Log(2) / Math.Log(30), 100 * Math.Log(2) / Math.Log(7), 50.0],
            new[] { "NAME", "SECTOR", "COUNTRY" }.Select(name => through.Components.Single(part => part.Name == name).Score),
            (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal(0.0, opaque.Score);
    }

    [Fact]
    public void Two_risks_that_do_not_move_together_score_by_their_diversification_ratio()
    {
        var analysis = Score(
            A.Market().Quotes("A", 1m).Quotes("B", 1m), IndependentReturns(["A", "B"]), ("A", 50m), ("B", 50m));

        // Equal volatilities, no correlation: DR = (0.5 + 0.5) / sqrt(0.25 + 0.25) = sqrt 2. ln 2 / ln 4 = 0.5.
        Assert.Equal(Math.Sqrt(2), analysis.DiversificationRatio!.Value, 1e-9);
        Assert.Equal(2.0, analysis.EffectiveBets!.Value, 1e-9);
        Assert.Equal(0.0, analysis.AverageCorrelation!.Value, 1e-9);
        Assert.Equal(50.0, analysis.Components.Single(part => part.Name == "RISK").Score, 1e-9);
    }

    private static DiversificationAnalysis Score(MarketBuilder market, params (string Symbol, decimal Units)[] units) =>
        Score(market, ReturnHistory.None, units);

    // Bought for the price of one and paid for with just as much cash.
    private static DiversificationAnalysis Score(MarketBuilder market, ReturnHistory history, params (string Symbol, decimal Units)[] units)
    {
        var ledger = A.Ledger();
        foreach (var (symbol, amount) in units) ledger.Buys(amount, symbol, "2024-01-02");
        return DiversificationScore.Of(market.Value(ledger.Positions()), market.Snapshot().Assets, history);
    }

    private static Asset Stock(string symbol, string country, string? sector) => A.Asset(symbol, country: country, sector: sector);

    private static MarketBuilder Many(int number)
    {
        var market = A.Market().Rate("EUR", "USD", 1m, on: "2024-01-02").Rate("EUR", "USD", 1m);
        var types = Enum.GetValues<AssetType>();
        for (var i = 0; i < number; i++)
        {
            var currency = i % 2 == 0 ? "USD" : "EUR";
            market.Knows(A.Asset($"S{i}", types[i % types.Length], currency, country: $"C{i % 9}", sector: $"Sector {i % 11}"))
                .Quotes($"S{i}", 1m);
        }

        return market.Knows(A.Asset("BIG", country: "C1", sector: "Sector 1"));
    }

    // Sines of different whole numbers of waves over the same span are uncorrelated and equally volatile.
    private static ReturnHistory IndependentReturns(IEnumerable<string> symbols) => new(symbols.Select((symbol, number) => (symbol, number))
        .ToDictionary(asset => A.AssetId(asset.symbol), asset => (IReadOnlyList<double>)
            [.. Enumerable.Range(0, 240).Select(day => Math.Sin(2 * Math.PI * (asset.number + 1) * (day + 0.5) / 240))]));
}
