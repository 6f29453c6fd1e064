using System.Globalization;
using System.Text;
using System.Text.Json;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Tests.Response;

public sealed class ResultWriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(1.5)]
    [InlineData(-101.25)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.30000000000000004)]
    [InlineData(1e-4)]
    [InlineData(1.0001)]
    [InlineData(99999.9999)]
    [InlineData(123456789012345)]
    [InlineData(999999999999999.9)]
    [InlineData(1e15)]
    [InlineData(1e21)]
    [InlineData(1e-7)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void A_number_is_written_in_its_shortest_form(double number) =>
        Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), Written(writer => writer.Number(number)));

    [Fact]
    public void Every_number_reads_back_as_itself()
    {
        var random = new Random(11);
        for (var i = 0; i < 200_000; i++)
        {
            var number = (i % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
                1 => random.NextDouble() * Math.Pow(10, random.Next(-8, 18)),
                2 => random.Next(-1_000_000, 1_000_000) / 100.0,
                _ => Math.Round(random.NextDouble() * 1_000, random.Next(0, 8)),
            };
            if (double.IsFinite(number)) Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), Written(writer => writer.Number(number)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("quote \" and \\ and \u0001 and \u001f and \n\r\t\b\f and é 漢 😀")]
    public void A_string_reads_back_as_itself(string text)
    {
        var json = Written(writer => writer.String(text));

        Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
    }

    [Fact]
    public void It_grows_and_goes_back()
    {
        using var writer = new ResultWriter(16);
        for (var i = 0; i < 1_000; i++) writer.Raw("0123456789"u8);
        writer.Truncate(5);
        writer.Null();

        Assert.Equal("01234null", Encoding.UTF8.GetString(writer.Written));
    }

    private static string Written(Action<ResultWriter> write)
    {
        using var writer = new ResultWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written);
    }
}
