using System.Globalization;
using Investr.Infrastructure.Importing;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class NumberLayoutTests
{
    [Theory]
    [InlineData("1234.56", "1234.56")]
    [InlineData("-0.5", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1.5E-7", "0.00000015")]
    [InlineData("2e3", "2000")]
    [InlineData("7922816251426433759354395033", "7922816251426433759354395033")]
    [InlineData("1.0000000000000000000000000000000000", "1")]
    public void A_plain_number_is_read_to_its_last_digit(string text, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), NumberLayout.Plain.Read(text));

    [Theory]
    [InlineData("1,234.56")]
    [InlineData("1 234")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("1e")]
    [InlineData("1e99")]
    [InlineData("0x10")]
    public void What_is_no_plain_number_is_not_read(string text) => Assert.Null(NumberLayout.Plain.Read(text));

    [Theory]
    [InlineData("12345678901234567890123456789.1")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e-29")]
    public void What_would_have_to_be_rounded_is_not_read(string text) => Assert.Null(NumberLayout.Plain.Read(text));

    [Theory]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("1234567.89", "1234567.89")]
    [InlineData("-1,004.99", "-1004.99")]
    public void English_puts_commas_between_thousands(string text, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), NumberLayout.English.Read(text));

    [Theory]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1.500", "1500")]
    [InlineData("12,5", "12.5")]
    public void German_puts_points_between_thousands(string text, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), NumberLayout.German.Read(text));

    // 1.5 is one and a half in English and no number at all in German; taken for fifteen it would be wrong tenfold.
    [Theory]
    [InlineData("1.5")]
    [InlineData("1.2345,00")]
    [InlineData("1,234.56")]
    public void A_number_of_another_language_is_not_guessed_at(string text) => Assert.Null(NumberLayout.German.Read(text));
}
