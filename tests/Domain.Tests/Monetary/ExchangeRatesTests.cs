using Investr.Domain.Monetary;
using Investr.TestKit;

namespace Investr.Domain.Tests.Monetary;

public sealed class ExchangeRatesTests
{
    private static readonly Currency Gbx = Currency.Parse("GBX");
    private static readonly Currency Btc = Currency.Parse("BTC");

    [Fact]
    public void A_weekend_uses_the_rate_of_friday()
    {
        var rates = new ExchangeRates([.. A.Rates("2024-03-01", ("EUR", "USD", 1.08m)), .. A.Rates("2024-03-04", ("EUR", "USD", 1.09m))]);

        Assert.Equal(1.08m, rates.Find(Currency.Eur, Currency.Usd, A.Day("2024-03-03")));
        Assert.Equal(A.Day("2024-03-01"), rates.Lookup(Currency.Eur, Currency.Usd, A.Day("2024-03-03"))!.On);
    }

    [Fact]
    public void A_day_before_the_first_rate_has_none()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("EUR", "USD", 1.08m)));

        Assert.Null(rates.Find(Currency.Eur, Currency.Usd, A.Day("2024-02-29")));
    }

    [Fact]
    public void The_other_direction_is_the_inverse()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("EUR", "USD", 1.25m)));

        // 1 / 1.25 = 0.8
        Assert.Equal(0.8m, rates.Find(Currency.Usd, Currency.Eur, A.Day("2024-03-01")));
    }

    [Fact]
    public void Two_currencies_that_are_quoted_against_a_third_cross_over_it()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("EUR", "USD", 1.10m), ("EUR", "CHF", 0.99m)));

        // USD to EUR is 1 / 1.10, EUR to CHF is 0.99: together 0.90.
        Assert.Equal(0.90m, decimal.Round(rates.Find(Currency.Usd, Currency.Chf, A.Day("2024-03-01"))!.Value, 20));
    }

    [Fact]
    public void A_coin_in_dollars_reaches_francs_over_dollars_and_euros()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("BTC", "USD", 62_500m), ("EUR", "USD", 1.25m), ("EUR", "CHF", 0.96m)));

        // 62,500 USD * 0.8 EUR/USD = 50,000 EUR; * 0.96 = 48,000 CHF.
        Assert.Equal(48_000m, rates.Find(Btc, Currency.Chf, A.Day("2024-03-01")));
    }

    [Fact]
    public void A_direct_rate_is_taken_before_a_cross()
    {
        var rates = new ExchangeRates(
            A.Rates("2024-03-01", ("EUR", "USD", 1.10m), ("EUR", "CHF", 0.99m), ("USD", "CHF", 0.89m)));

        Assert.Equal(0.89m, rates.Find(Currency.Usd, Currency.Chf, A.Day("2024-03-01")));
    }

    [Fact]
    public void Of_a_cross_the_older_day_is_told()
    {
        var rates = new ExchangeRates([.. A.Rates("2024-02-01", ("EUR", "CHF", 0.95m)), .. A.Rates("2024-03-01", ("EUR", "USD", 1.10m))]);

        Assert.Equal(A.Day("2024-02-01"), rates.Lookup(Currency.Usd, Currency.Chf, A.Day("2024-03-01"))!.On);
    }

    [Fact]
    public void Pence_follow_the_pound()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("GBP", "USD", 1.25m)));

        // 100 pence are 1.25 dollars, so a penny is 0.0125 and a dollar is 80 pence.
        Assert.Equal(0.0125m, rates.Find(Gbx, Currency.Usd, A.Day("2024-03-01")));
        Assert.Equal(80m, rates.Find(Currency.Usd, Gbx, A.Day("2024-03-01")));
        Assert.Equal(0.01m, ExchangeRates.None.Find(Gbx, Currency.Gbp, A.Day("2024-03-01")));
    }

    [Fact]
    public void A_rate_quoted_for_pence_is_a_rate_for_pounds()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("GBX", "USD", 0.0125m)));

        Assert.Equal(1.25m, rates.Find(Currency.Gbp, Currency.Usd, A.Day("2024-03-01")));
    }

    [Fact]
    public void Unrelated_currencies_do_not_convert()
    {
        var rates = new ExchangeRates(A.Rates("2024-03-01", ("EUR", "USD", 1.10m)));

        Assert.Null(rates.Find(Currency.Chf, Currency.Usd, A.Day("2024-03-01")));
        Assert.Null(rates.Convert(new Money(1, Currency.Chf), Currency.Usd, A.Day("2024-03-01")));
    }
}
