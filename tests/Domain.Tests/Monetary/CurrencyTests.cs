using Investr.Domain.Monetary;

namespace Investr.Domain.Tests.Monetary;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("USD", "USD", 2)]
    [InlineData("usd", "USD", 2)]
    [InlineData(" eur ", "EUR", 2)]
    [InlineData("JPY", "JPY", 0)]
    [InlineData("KWD", "KWD", 3)]
    [InlineData("CLF", "CLF", 4)]
    [InlineData("BTC", "BTC", 8)]
    [InlineData("GBp", "GBX", 0)]
    [InlineData("GBX", "GBX", 0)]
    [InlineData("gbp", "GBP", 2)]
    [InlineData("ZAC", "ZAc", 0)]
    public void Known_codes_are_read_whatever_their_case(string text, string code, int minorUnits)
    {
        Assert.True(Currency.TryParse(text, out var currency));
        Assert.Equal(code, currency.Code);
        Assert.Equal(minorUnits, currency.MinorUnits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("XYZ")]
    [InlineData("US DOLLAR")]
    public void Unknown_codes_are_not(string? text)
    {
        Assert.False(Currency.TryParse(text, out var currency));
        Assert.Equal(Currency.None, currency);
    }

    [Theory]
    [InlineData("GBX", "GBP")]
    [InlineData("ZAc", "ZAR")]
    [InlineData("ILA", "ILS")]
    public void A_minor_unit_is_a_hundredth_of_its_currency(string minor, string major)
    {
        Assert.Equal(Currency.Parse(major), Currency.Parse(minor).Major);
        Assert.Equal(100, Currency.Parse(minor).UnitsPerMajor);
    }

    [Fact]
    public void The_default_has_no_code() => Assert.Equal("", default(Currency).ToString());
}
