using Investr.Domain.Monetary;

namespace Investr.Domain.Tests.Monetary;

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_in_one_currency_add_exactly()
    {
        // 0.10 + 0.20 = 0.30, to the digit.
        Assert.Equal(new Money(0.30m, Currency.Eur), new Money(0.10m, Currency.Eur) + new Money(0.20m, Currency.Eur));
    }

    [Fact]
    public void Amounts_in_two_currencies_neither_add_nor_compare()
    {
        var (euros, dollars) = (new Money(1, Currency.Eur), new Money(1, Currency.Usd));

        Assert.Throws<CurrencyMismatchException>(() => euros + dollars);
        Assert.Throws<CurrencyMismatchException>(() => euros < dollars);
    }

    [Fact]
    public void The_default_amount_adds_to_no_currency() =>
        Assert.Throws<CurrencyMismatchException>(() => default(Money) + new Money(1, Currency.Eur));

    [Theory]
    [InlineData("USD", "2.345", "2.34")]
    [InlineData("USD", "2.355", "2.36")]
    [InlineData("JPY", "2.5", "2")]
    [InlineData("KWD", "1.2345", "1.234")]
    [InlineData("BTC", "0.123456785", "0.12345678")]
    public void Rounding_goes_to_the_minor_unit_and_halves_to_even(string currency, string exact, string rounded) =>
        Assert.Equal(Money(rounded, currency), Money(exact, currency).Rounded());

    [Fact]
    public void Pence_are_hundredths_of_pounds() =>
        Assert.Equal(new Money(2.5m, Currency.Gbp), Money("250", "GBX").InMajor());

    [Fact]
    public void A_price_times_units_is_an_amount() =>
        Assert.Equal(new Money(30m, Currency.Usd), new Money(12m, Currency.Usd) * (Quantity)2.5m);

    [Fact]
    public void It_reads_as_amount_and_code() => Assert.Equal("12.50 EUR", new Money(12.50m, Currency.Eur).ToString());

    private static Money Money(string amount, string currency) =>
        new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency));
}
