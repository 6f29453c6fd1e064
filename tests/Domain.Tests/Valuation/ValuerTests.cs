using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

public sealed class ValuerTests
{
    [Fact]
    public void Holdings_and_cash_make_the_total()
    {
        var positions = A.Ledger().Deposits(1000, "2024-01-02").Buys(10, "ACME", "2024-01-03", at: 50m, fee: 1m).Positions();

        var value = A.Market("2024-06-28").Quotes("ACME", 60m, previousClose: 58m).Value(positions);

        // 10 * 60 = 600; cash 1000 - 501 = 499; cost 501; 600 - 501 = 99; the day made 10 * 2 = 20 on 580.
        Assert.Equal((1099m, 600m, 499m, 501m), (value.TotalValue, value.MarketValue, value.Cash, value.CostBasis));
        Assert.Equal(new Gain(99m, Currency.Usd, (double)(99m / 501m)), value.UnrealizedGain);
        Assert.Equal(new Gain(20m, Currency.Usd, (double)(20m / 580m)), value.DayChange);
        Assert.Equal(1000m, value.NetContributions);
        Assert.Equal(1m, value.Fees);
        Assert.Empty(value.DataIssues);
    }

    [Fact]
    public void Price_effect_and_currency_effect_make_the_gain()
    {
        var positions = A.Ledger().Buys(10, "SAP", "2024-01-02", at: 100m, @in: "EUR").Positions();

        var holding = Assert.Single(A.Market("2024-06-28").Knows(A.Asset("SAP", currency: "EUR")).Quotes("SAP", 120m)
            .Rate("EUR", "USD", 1.10m, on: "2024-01-02").Rate("EUR", "USD", 1.05m).Value(positions).Holdings);

        // Cost 1,000 EUR * 1.10 = 1,100 USD; value 1,200 EUR * 1.05 = 1,260 USD; gain 160.
        // Price: 200 EUR * 1.05 = 210. Currency: 1,000 EUR * (1.05 - 1.10) = -50. Together 160.
        Assert.Equal((1100m, 1260m, 160m), (holding.Cost.Amount, holding.Value.Amount, holding.UnrealizedGain.Amount));
        Assert.Equal(-50m, holding.CurrencyGain.Amount);
        Assert.Equal((1000m, 1200m, 100m), (holding.CostInAssetCurrency.Amount, holding.ValueInAssetCurrency.Amount, holding.AverageCost));
    }

    [Fact]
    public void A_price_in_pence_values_units_bought_in_pounds()
    {
        var positions = A.Ledger("GBP").Buys(100, "VOD", "2024-01-02", at: 0.70m).Positions();

        var holding = Assert.Single(
            A.Market().Knows(A.Asset("VOD", currency: "GBX")).Quotes("VOD", 75m).Value(positions, "GBP").Holdings);

        // 100 at 0.75 pounds are 75; they cost 70 pounds, which are 7,000 pence or 70 pence each.
        Assert.Equal((75m, 70m, 70m), (holding.Value.Amount, holding.Cost.Amount, holding.AverageCost));
        Assert.Equal(new Money(7500m, Currency.Parse("GBX")), holding.ValueInAssetCurrency);
        Assert.Equal(0m, holding.CurrencyGain.Amount);
    }

    [Fact]
    public void Without_a_price_a_holding_counts_at_cost_and_says_so()
    {
        var positions = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 50m).Buys(1, "OTHER", "2024-01-02", at: 500m).Positions();

        var value = A.Market().Knows(A.Asset("ACME")).Quotes("OTHER", 600m).Value(positions);

        // 10 * 50 at cost and 1 * 600 at its price.
        Assert.Equal(1100m, value.MarketValue);
        Assert.Equal(100m, value.UnrealizedGain.Amount);
        Assert.Null(value.Holdings[0].Price);
        Assert.Contains(value.DataIssues, issue => issue.Code == DataIssue.PriceMissing && issue.Asset == A.AssetId("ACME"));
    }

    [Fact]
    public void A_stale_price_is_used_and_told()
    {
        var positions = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 50m).Deposits(500, "2024-01-01").Positions();

        var value = A.Market().Quotes("ACME", 60m, freshness: QuoteFreshness.Stale).Value(positions);

        Assert.Equal(600m, value.MarketValue);
        Assert.Equal(DataIssue.PriceStale, Assert.Single(value.DataIssues).Code);
    }

    [Fact]
    public void Without_any_rate_an_amount_is_left_out_and_told()
    {
        var positions = A.Ledger().Deposits(100, "2024-01-02").Deposits(5000, "2024-01-02", @in: "JPY")
            .Buys(10, "SONY", "2024-01-03", at: 300m, @in: "JPY").Positions();

        var value = A.Market().Knows(A.Asset("SONY", currency: "JPY")).Quotes("SONY", 310m).Value(positions);

        // Nothing of the yen is in the dollars: neither value nor gain, and the holding is told in yen alone.
        Assert.Equal((100m, 0m, 100m), (value.Cash, value.MarketValue, value.NetContributions));
        Assert.Equal(3100m, value.Holdings[0].ValueInAssetCurrency.Amount);
        var issue = Assert.Single(value.DataIssues);
        Assert.Equal((DataIssue.RateMissing, A.Day("2024-01-02"), A.Day("2024-06-28")), (issue.Code, issue.From, issue.To));
    }

    [Fact]
    public void Without_the_present_rate_a_holding_counts_at_cost()
    {
        // The franc's rates begin after the purchase in the one case, and the euro's are never there in the other.
        var positions = A.Ledger().Buys(10, "NESN", "2024-01-02", at: 100m, @in: "USD").Positions();

        var value = A.Market().Knows(A.Asset("NESN", currency: "CHF")).Quotes("NESN", 120m).Value(positions);

        // Paid in dollars: 10 * 100 = 1,000 stand for the value that no rate tells.
        Assert.Equal((1000m, 0m), (value.MarketValue, value.UnrealizedGain.Amount));
        Assert.Contains(value.DataIssues, issue => issue.Code == DataIssue.RateMissing);
    }

    [Fact]
    public void Without_the_rate_of_the_purchase_only_the_price_effect_is_told()
    {
        var positions = A.Ledger().Buys(10, "SAP", "2024-01-02", at: 100m, @in: "EUR").Positions();

        var value = A.Market("2024-06-28").Knows(A.Asset("SAP", currency: "EUR")).Quotes("SAP", 120m)
            .Rate("EUR", "USD", 1.05m).Value(positions);

        // 10 * (120 - 100) EUR * 1.05 = 210 USD, no currency effect; the missing day is named.
        Assert.Equal((210m, 0m), (value.UnrealizedGain.Amount, value.CurrencyGain.Amount));
        Assert.Contains(value.DataIssues, issue => issue.Code == DataIssue.RateMissing && issue.From == A.Day("2024-01-02"));
    }

    [Fact]
    public void A_rate_of_long_ago_is_used_and_told()
    {
        var positions = A.Ledger().Deposits(100, "2024-01-02", @in: "EUR").Positions();

        var value = A.Market("2024-06-28").Rate("EUR", "USD", 1.10m, on: "2024-01-02").Value(positions);

        Assert.Equal(110m, value.Cash);
        Assert.Equal(DataIssue.RateStale, Assert.Single(value.DataIssues).Code);
    }

    [Fact]
    public void Negative_cash_counts_and_is_told_and_has_no_weight()
    {
        var positions = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 50m).Positions();

        var value = A.Market().Quotes("ACME", 60m).Value(positions);

        // 600 - 500 = 100
        Assert.Equal(100m, value.TotalValue);
        Assert.Equal(1.0, value.Holdings[0].Weight);
        Assert.Equal(DataIssue.CashNegative, Assert.Single(value.DataIssues).Code);
    }

    [Fact]
    public void Weights_are_shares_of_holdings_and_cash()
    {
        var positions = A.Ledger().Deposits(1000, "2024-01-02").Buys(10, "ACME", "2024-01-03", at: 75m).Positions();

        var value = A.Market().Quotes("ACME", 75m).Value(positions);

        // 750 and 250 of 1000.
        Assert.Equal((0.75, 0.25), (value.Holdings[0].Weight, value.CashBalances[0].Weight));
    }

    [Fact]
    public void A_realized_gain_takes_each_side_at_the_rate_of_its_day()
    {
        var positions = A.Ledger().Buys(10, "SAP", "2024-01-02", at: 100m, @in: "EUR")
            .Sells(10, "SAP", "2024-03-01", at: 110m, @in: "EUR").Positions();

        var value = A.Market().Rate("EUR", "USD", 1.10m, on: "2024-01-02")
            .Rate("EUR", "USD", 1.20m, on: "2024-03-01").Rate("EUR", "USD", 1m).Value(positions);

        // 1,100 * 1.20 - 1,000 * 1.10 = 1,320 - 1,100 = 220, a fifth of the cost.
        Assert.Equal(new Gain(220m, Currency.Usd, 0.2), value.RealizedGain);
    }

    [Fact]
    public void Everything_that_was_put_in_or_made_is_there_at_the_end()
    {
        var positions = A.Ledger()
            .Deposits(1000, "2024-01-02").Buys(10, "ACME", "2024-01-03", at: 50m, fee: 1m, tax: 2m)
            .IsPaid(20m, "ACME", "2024-02-01", tax: 3m).Sells(4, "ACME", "2024-03-01", at: 60m, fee: 1m, tax: 5m)
            .PaysFee(2m, "2024-03-02").PaysTax(7m, "2024-03-03").IsRewarded(1, "ACME", "2024-03-04", worth: 55m)
            .TransfersIn(2, "ACME", "2024-03-05", at: 40m).TransfersOut(1, "ACME", "2024-03-06").Positions();

        var value = A.Market().Quotes("ACME", 70m).Value(positions);

        // What a gain is net of already is not taken off again.
        var charges = positions.Charges.Where(charge => !charge.InGain).Sum(charge => charge.Amount.Amount);
        Assert.Equal(17m, charges); // 3 + 5 + 2 + 7
        Assert.Equal(
            decimal.Round(value.TotalValue, 20),
            decimal.Round(value.NetContributions + value.UnrealizedGain.Amount + value.RealizedGain.Amount + value.Income - charges, 20));
        Assert.Equal((4m, 17m), (value.Fees, value.Taxes));
    }
}
