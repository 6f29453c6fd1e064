using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

public sealed class RealizedGainsTests
{
    private static readonly ExchangeRates Rates = new(
    [
        .. A.Rates("2024-01-02", ("EUR", "USD", 1.00m)),
        .. A.Rates("2024-02-01", ("EUR", "USD", 1.20m)),
        .. A.Rates("2024-03-01", ("EUR", "USD", 1.10m)),
    ]);

    private static LedgerBuilder Story() => A.Ledger("EUR")
        .Buys(10, "SAP", "2024-01-02", at: 10m).Buys(10, "SAP", "2024-02-01", at: 20m).Sells(10, "SAP", "2024-03-01", at: 30m);

    [Fact]
    public void Each_side_is_converted_at_the_rate_of_its_day()
    {
        var gain = Assert.Single(RealizedGains.Of(Story().Positions(), Rates, Currency.Usd));

        // 300 * 1.10 - 100 * 1.00 = 230 on 100; 2 January to 1 March 2024 are 59 days.
        Assert.Equal((100m, 330m, 230m, 2.3), (gain.CostBasis.Amount, gain.Proceeds.Amount, gain.Gain.Amount, gain.Gain.Ratio));
        Assert.Equal(59, gain.Source.DaysHeld);
    }

    [Fact]
    public void An_average_cost_has_the_average_rate_of_its_purchases()
    {
        var gain = Assert.Single(RealizedGains.Of(Story().Positions(CostBasisMethod.Average), Rates, Currency.Usd));

        // 100 at 1.00 and 200 at 1.20 are 340 dollars for 20 units, so 10 of them cost 170: 330 - 170 = 160.
        Assert.Equal((170m, 160m), (decimal.Round(gain.CostBasis.Amount, 20), decimal.Round(gain.Gain.Amount, 20)));
    }

    [Theory]
    [InlineData(CostBasisMethod.Fifo)]
    [InlineData(CostBasisMethod.Lifo)]
    [InlineData(CostBasisMethod.Hifo)]
    [InlineData(CostBasisMethod.Average)]
    [InlineData(CostBasisMethod.Specific)]
    public void When_all_is_sold_every_method_has_made_the_same_in_any_currency(CostBasisMethod method)
    {
        var positions = Story().Buys(5, "SAP", "2024-03-02", at: 12m).Sells(15, "SAP", "2024-03-04", at: 25m).Positions(method);

        // 300 * 1.1 + 375 * 1.1 - 100 * 1.0 - 200 * 1.2 - 60 * 1.1 = 742.5 - 406 = 336.5
        Assert.Equal(336.5m, decimal.Round(RealizedGains.Of(positions, Rates, Currency.Usd).Sum(gain => gain.Gain.Amount), 20));
    }

    [Fact]
    public void What_is_held_at_average_cost_is_converted_at_the_average_rate_too()
    {
        var holding = Assert.Single(A.Market("2024-03-01").Knows(A.Asset("SAP", currency: "EUR")).Quotes("SAP", 30m)
            .Rate("EUR", "USD", 1.00m, on: "2024-01-02").Rate("EUR", "USD", 1.20m, on: "2024-02-01").Rate("EUR", "USD", 1.10m)
            .Value(Story().Positions(CostBasisMethod.Average)).Holdings);

        // Realized 160 and unrealized 330 - 170 = 160 make 320, as do 230 and 330 - 240 = 90 under FIFO.
        Assert.Equal(160m, decimal.Round(holding.UnrealizedGain.Amount, 20));
        Assert.Equal(160m, decimal.Round(holding.RealizedGain.Amount, 20));
    }

    [Fact]
    public void Only_sales_of_the_days_asked_for_are_told()
    {
        var positions = Story().Sells(1, "SAP", "2024-04-01", at: 30m).Positions();

        Assert.Equal(2, RealizedGains.Of(positions, Rates, Currency.Eur).Count);
        Assert.Equal(2, RealizedGains.Of(positions, Rates, Currency.Eur, A.Day("2024-03-01"), A.Day("2024-04-01")).Count);
        Assert.Single(RealizedGains.Of(positions, Rates, Currency.Eur, from: A.Day("2024-03-02")));
        Assert.Single(RealizedGains.Of(positions, Rates, Currency.Eur, to: A.Day("2024-03-31")));
    }

    [Fact]
    public void Income_is_told_by_month_and_kind_at_the_rates_of_its_days()
    {
        var positions = A.Ledger("EUR").IsPaid(10m, "SAP", "2024-01-02").IsPaid(5m, "SAP", "2024-02-01").EarnsInterest(2m, "2024-02-15")
            .IsRewarded(1, "ETH", "2024-03-01", worth: 100m).Positions();

        // 10 at 1.00; 5 and 2 at 1.20; 100 at 1.10. Nothing in April.
        Assert.Equal(
            [
                new IncomePoint(A.Day("2024-01-01"), 10m, 0, 0),
                new IncomePoint(A.Day("2024-02-01"), 6.00m, 2.40m, 0),
                new IncomePoint(A.Day("2024-03-01"), 0, 0, 110.00m),
            ],
            IncomeByMonth.Of(positions, Rates, Currency.Usd, to: A.Day("2024-04-30")));
        Assert.Equal(2, IncomeByMonth.Of(positions, Rates, Currency.Usd, from: A.Day("2024-01-03")).Count);
    }
}
