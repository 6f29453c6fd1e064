using Investr.Application.Diversification;
using Investr.Application.Valuation;
using Investr.DataLoader;
using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Application.Tests.Diversification;

public sealed class AnalyzeDiversificationTests
{
    private static readonly FakeClock Clock = new(new(2024, 6, 28, 21, 0, 0, TimeSpan.Zero));

    private readonly Portfolio _portfolio = A.Portfolio()
        .With(ledger => ledger.Buys(1, "FUND", "2024-01-03", at: 60m).Buys(1, "ACME", "2024-01-03", at: 40m).Deposits(100, "2024-01-02"))
        .Build();

    private static AssetsInMemory Assets => new(
    [
        A.Asset("ACME", sector: "Industrials"),
        A.Asset("BOLT", sector: "Technology"),
        A.Asset("FUND", AssetType.Etf, constituents:
        [
            new("Acme", 0.5, A.AssetId("ACME"), AssetClass.Equity), new("Bolt", 0.5, A.AssetId("BOLT"), AssetClass.Equity),
        ]),
    ]);

    [Fact]
    public async Task Funds_are_divided_into_what_they_hold()
    {
        var slices = await AllocateAsync(lookThrough: true);

        // FUND 60 = 30 ACME + 30 BOLT; with ACME's own 40, Industrials have 70 and Technology 30.
        Assert.Equal([("Industrials", 70m), ("Technology", 30m)], slices.Select(slice => (slice.Label, slice.Value)));
    }

    [Fact]
    public async Task A_fund_that_is_not_looked_through_has_no_sector_of_its_own()
    {
        var slices = await AllocateAsync(lookThrough: false);

        Assert.Equal([("Industrials", 40m), (slices[1].Label, 60m)], slices.Select(slice => (slice.Label, slice.Value)));
        Assert.Equal(AllocationSlice.Unknown, slices[1].Key);
    }

    [Fact]
    public async Task The_risk_of_all_holdings_is_read_in_one_fetch()
    {
        var first = Clock.Now.AddYears(-1);
        SeriesInMemory prices = new([.. new[] { "FUND", "ACME" }.Select((symbol, phase) => new PriceSeries(
            A.AssetId(symbol),
            Enumerable.Range(0, 200).Select(day => new PricePoint(
                DateOnly.FromDateTime(first.UtcDateTime).AddDays(day), 100m + (day + phase) % 4))))]);

        var analysis = await new AnalyzeDiversificationHandler(Values(), new FundContents(Assets), prices)
            .Handle(new(_portfolio.Id), CancellationToken.None);

        Assert.Equal([2], prices.Batches);
        Assert.NotNull(analysis.DiversificationRatio);
        Assert.Equal(2, analysis.Holdings);

        // 0.6 x 0.6 + 0.4 x 0.4 = 0.52.
        Assert.Equal(0.52, analysis.HerfindahlIndex, 12);
    }

    [Fact]
    public async Task Without_prices_the_risk_is_left_out_and_told()
    {
        var analysis = await new AnalyzeDiversificationHandler(Values(), new FundContents(Assets), new SeriesInMemory())
            .Handle(new(_portfolio.Id), CancellationToken.None);

        Assert.Null(analysis.DiversificationRatio);
        Assert.Contains(analysis.DataIssues, issue => issue.Code == "HISTORY_TOO_SHORT");
    }

    private Task<IReadOnlyList<AllocationSlice>> AllocateAsync(bool lookThrough) =>
        new AllocateByHandler(Values(), new FundContents(Assets)).Handle(
            new(_portfolio.Id, AllocationDimension.Sector, LookThrough: lookThrough), CancellationToken.None);

    private ValuationLoader Values()
    {
        var market = A.Market("2024-06-28").Quotes("FUND", 60m).Quotes("ACME", 40m).Snapshot();
        return new(
            new PortfoliosInMemory(_portfolio),
            new LedgersInMemory(_portfolio),
            new MarketLoading(Assets, new QuotesInMemory(market.Quotes), new ClosesInMemory(), new RatesInMemory(ExchangeRates.None), Clock),
            new AutoBatchScheduler());
    }
}
