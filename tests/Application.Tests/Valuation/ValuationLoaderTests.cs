using Investr.Application.Valuation;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Application.Tests.Valuation;

public sealed class ValuationLoaderTests
{
    private static readonly FakeClock Clock = new(new(2024, 6, 28, 21, 0, 0, TimeSpan.Zero));

    private readonly Portfolio _portfolio = A.Portfolio().In("EUR")
        .With(ledger => ledger
            .Deposits(2_000, "2024-01-02", @in: "USD")
            .Buys(10, "ACME", "2024-01-03", at: 100m, @in: "USD"))
        .Build();

    [Fact]
    public async Task A_portfolio_is_valued_at_the_newest_quotes_and_rates_in_its_own_currency()
    {
        var value = await Loader().FindAsync(new(_portfolio.Id), CancellationToken.None);

        // 10 x 120 = 1200 USD of ACME and 2000 - 1000 = 1000 USD of cash; 0.90 EUR for a dollar on that day.
        Assert.Equal((1_080m, 900m, 1_980m), (value.MarketValue, value.Cash, value.TotalValue));
        Assert.Equal(Currency.Eur, value.Currency);

        // The cost of 1000 USD was 950 EUR on 3 January, at 0.95.
        Assert.Equal((950m, 130m), (value.CostBasis, value.UnrealizedGain.Amount));
    }

    [Fact]
    public async Task A_past_day_is_valued_at_its_closes_and_rates_with_what_was_held_then()
    {
        var value = await Loader().FindAsync(new(_portfolio.Id, A.Day("2024-01-03")), CancellationToken.None);

        // 10 x 101 USD and 1000 USD, at 0.95.
        Assert.Equal((959.50m, 950m), (value.MarketValue, value.Cash));
        Assert.Equal(A.Day("2024-01-03"), DateOnly.FromDateTime(value.AsOf.UtcDateTime));

        // The day before, ACME was not bought yet: 2000 USD at 0.95.
        var before = await Loader().FindAsync(new(_portfolio.Id, A.Day("2024-01-02")), CancellationToken.None);
        Assert.Equal((0m, 1_900m), (before.MarketValue, before.Cash));
        Assert.Empty(before.Holdings);
    }

    [Fact]
    public async Task However_many_ask_it_is_computed_once()
    {
        var positions = new LedgersInMemory(_portfolio);
        var loader = Loader(positions);

        var first = await loader.FindAsync(new(_portfolio.Id), CancellationToken.None);
        var second = await loader.FindAsync(new(_portfolio.Id), CancellationToken.None);

        Assert.Same(first, second);
        Assert.Equal([1], positions.Batches);
    }

    [Fact]
    public async Task A_portfolio_that_is_not_there_has_no_value() =>
        Assert.Null(await Loader().LoadAsync(new ValuationKey(new PortfolioId(Guid.Empty))));

    private ValuationLoader Loader(LedgersInMemory? positions = null)
    {
        var market = A.Market("2024-06-28").Quotes("ACME", 120m)
            .Rate("USD", "EUR", 0.95m, on: "2024-01-02")
            .Rate("USD", "EUR", 0.90m)
            .Snapshot();
        var close = new Quote(
            A.AssetId("ACME"), 101m, Currency.Usd, new(2024, 1, 3, 21, 0, 0, TimeSpan.Zero), QuoteFreshness.EndOfDay, "test");

        return new(
            new PortfoliosInMemory(_portfolio),
            positions ?? new LedgersInMemory(_portfolio),
            new MarketLoading(
                new AssetsInMemory(market.Assets.Values),
                new QuotesInMemory(market.Quotes),
                new ClosesInMemory(close),
                new RatesInMemory(market.Rates),
                Clock),
            new AutoBatchScheduler());
    }
}
