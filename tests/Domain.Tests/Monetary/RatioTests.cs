using Investr.Domain.Monetary;

namespace Investr.Domain.Tests.Monetary;

public sealed class RatioTests
{
    [Fact]
    public void It_is_kept_in_lowest_terms()
    {
        Assert.Equal(new Ratio(3, 2), new Ratio(6, 4));
        Assert.Equal("3:2", new Ratio(6, 4).ToString());
    }

    [Fact]
    public void The_default_is_one_to_one()
    {
        Assert.Equal(Ratio.One, new Ratio(5, 5));
        Assert.Equal(1m, default(Ratio).ToDecimal());
    }

    [Theory]
    [InlineData("3", 3, 1)]
    [InlineData("1.5", 3, 2)]
    [InlineData("1.05", 21, 20)]
    [InlineData("0.1", 1, 10)]
    [InlineData("0.33", 33, 100)]
    [InlineData("0.333333", 1, 3)]
    [InlineData("0.3333333333333333333333333333", 1, 3)]
    [InlineData("0.6666666667", 2, 3)]
    [InlineData("1.142857", 8, 7)]
    [InlineData("0.0333333333", 1, 30)]
    [InlineData("1.000123", 1_000_123, 1_000_000)]
    public void A_decimal_is_read_as_the_fraction_that_it_stands_for(string text, long numerator, long denominator) =>
        Assert.Equal(
            new Ratio(numerator, denominator),
            Ratio.FromDecimal(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_and_less_is_no_ratio(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratio.FromDecimal(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(value, 1));
        Assert.False(Ratio.TryFromDecimal(value, out _));
    }

    [Fact]
    public void A_number_of_too_many_digits_is_none_either()
    {
        // 28 digits after the point, none of them a repetition of a simple fraction's.
        Assert.False(Ratio.TryFromDecimal(1.2345678901234567890123456789m, out var ratio));
        Assert.Equal(Ratio.One, ratio);
    }
}
