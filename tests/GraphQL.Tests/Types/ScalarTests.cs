using System.Text;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    private static readonly Dictionary<string, ScalarType> Scalars = new ScalarType[]
    {
        BuiltInScalars.Int, BuiltInScalars.Float, BuiltInScalars.String, BuiltInScalars.Boolean, BuiltInScalars.ID, new LongType(),
        new DecimalType(asText: true), new DateTimeType(), new DateType("Date"), new UuidType(), new AnyType(), new CurrencyCodeType(), new UploadType(),
        new IntegerType<sbyte>("Byte"), new IntegerType<ushort>("UnsignedShort"), new IntegerType<ulong>("UnsignedLong"), new DurationType(), new LocalTimeType(),
        new LocalDateTimeType(), new UriType(), new Base64StringType(),
    }.ToDictionary(scalar => scalar.Name);

    private static string Written(ScalarType scalar, object value)
    {
        var writer = new ResultWriter();
        scalar.WriteObject(value, writer);
        return Encoding.UTF8.GetString(writer.Written);
    }

    [Theory]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "1.25e2", "125")]
    [InlineData("String", "\"tab\\tquote\\\"\"", "\"tab\\tquote\\\"\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("ID", "4", "\"4\"")]
    [InlineData("ID", "\"four\"", "\"four\"")]
    [InlineData("Long", "9007199254740993", "9007199254740993")]
    [InlineData("Decimal", "0.1", "\"0.1\"")]
    [InlineData("Decimal", "\"79228162514264337593543950335\"", "\"79228162514264337593543950335\"")]
    [InlineData("Decimal", "\"1.10\"", "\"1.1\"")]
    [InlineData("Decimal", "\"52.0\"", "\"52\"")]
    [InlineData("Decimal", "12e2", "\"1200\"")]
    [InlineData("DateTime", "\"2026-11-22T13:00:00+01:00\"", "\"2026-11-22T12:00:00Z\"")]
    [InlineData("DateTime", "\"2026-11-22t12:00:00.123456789z\"", "\"2026-11-22T12:00:00.1234567Z\"")]
    [InlineData("Date", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("UUID", "\"00112233445566778899AABBCCDDEEFF\"", "\"00112233-4455-6677-8899-aabbccddeeff\"")]
    [InlineData("CurrencyCode", "\"USD\"", "\"USD\"")]
    [InlineData("Byte", "-128", "-128")]
    [InlineData("UnsignedShort", "65535", "65535")]
    [InlineData("UnsignedLong", "18446744073709551615", "18446744073709551615")]
    [InlineData("Duration", "\"PT150M\"", "\"PT2H30M\"")]
    [InlineData("Duration", "\"-P1DT0.5S\"", "\"-P1DT0.5S\"")]
    [InlineData("LocalTime", "\"09:30:00.5\"", "\"09:30:00.5\"")]
    [InlineData("LocalDateTime", "\"2026-11-22T09:30:00\"", "\"2026-11-22T09:30:00\"")]
    [InlineData("URI", "\"/a?b=c\"", "\"/a?b=c\"")]
    [InlineData("Base64String", "\"AQID\"", "\"AQID\"")]
    [InlineData("Any", "{ a: [1, 2.50, null, true], b: \"x\" }", "{\"a\":[1,2.50,null,true],\"b\":\"x\"}")]
    public void A_value_is_read_and_written(string scalar, string literal, string json) =>
        Assert.Equal(json, Written(Scalars[scalar], Scalars[scalar].Parse(Parser.ParseValue(new(literal)))));

    [Theory]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("String", "{ a: [B, $c] }", "String cannot represent a non string value: {a: [B, $c]}")]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("Decimal", "true", "Decimal cannot represent value: true")]
    [InlineData("Decimal", "\"1,5\"", "Decimal cannot represent value: \"1,5\"")]
    [InlineData("Decimal", "0.12345678901234567890123456789012345", "Decimal cannot represent value without losing digits: 0.12345678901234567890123456789012345")]
    [InlineData("DateTime", "\"2026-11-22T12:00:00\"", "DateTime cannot represent an invalid RFC 3339 instant: \"2026-11-22T12:00:00\"")]
    [InlineData("DateTime", "\"2026-02-30T12:00:00Z\"", "DateTime cannot represent an invalid RFC 3339 instant: \"2026-02-30T12:00:00Z\"")]
    [InlineData("Byte", "128", "Byte cannot represent a value that is not from -128 to 127: 128")]
    [InlineData("UnsignedLong", "-1", "UnsignedLong cannot represent a value that is not from 0 to 18446744073709551615: -1")]
    [InlineData("UnsignedShort", "\"1\"", "UnsignedShort cannot represent non-integer value: \"1\"")]
    [InlineData("Duration", "\"2:30\"", "Duration cannot represent value: \"2:30\" (expected ISO 8601, such as PT2H30M)")]
    [InlineData("LocalTime", "\"9:30\"", "LocalTime cannot represent value: \"9:30\" (expected HH:mm:ss)")]
    [InlineData("LocalDateTime", "\"2026-11-22T09:30:00Z\"", "LocalDateTime cannot represent value: \"2026-11-22T09:30:00Z\" (expected yyyy-MM-ddTHH:mm:ss)")]
    [InlineData("Base64String", "\"A\"", "Base64String cannot represent value: \"A\"")]
    [InlineData("Date", "\"2023-02-29\"", "Date cannot represent an invalid ISO 8601 date: \"2023-02-29\"")]
    [InlineData("UUID", "\"x\"", "UUID cannot represent value: \"x\"")]
    [InlineData("CurrencyCode", "\"usd\"", "CurrencyCode cannot represent value: \"usd\" (expected three capitals)")]
    [InlineData("CurrencyCode", "USD", "CurrencyCode cannot represent value: USD (expected three capitals)")]
    [InlineData("Upload", "\"x\"", "Upload is a file of a multipart request, given as a variable.")]
    public void What_is_no_value_is_refused(string scalar, string literal, string message)
    {
        var value = literal.Contains('$', StringComparison.Ordinal)
            ? new ObjectValueNode([new(new("a"), new ListValueNode([new EnumValueNode("B"), new VariableNode(new("c"))]))])
            : Parser.ParseValue(new(literal));

        Assert.Equal(message, Assert.Throws<ScalarFormatException>(() => Scalars[scalar].Parse(value)).Message);
    }

    public static TheoryData<string, object, string> Near => new()
    {
        { "Int", (short)5, "5" },
        { "Int", 5.0, "5" },
        { "Float", 5, "5" },
        { "Float", 0.1f, "0.1" },
        { "Float", 0.1m, "0.1" },
        { "Long", 5, "5" },
        { "Decimal", 5, "\"5\"" },
        { "DateTime", new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc), "\"2026-11-22T12:00:00Z\"" },
        { "String", 'x', "\"x\"" },
        { "ID", 12L, "\"12\"" },
    };

    [Theory]
    [MemberData(nameof(Near))]
    public void A_result_of_a_near_type_is_written(string scalar, object value, string json) => Assert.Equal(json, Written(Scalars[scalar], value));

    public static TheoryData<string, object, string> Far => new()
    {
        { "Int", 1.5, "Int cannot represent non-integer value: 1.5" },
        { "Int", 5_000_000_000L, "Int cannot represent non 32-bit signed integer value: 5000000000" },
        { "Float", double.NaN, "Float cannot represent non numeric value: NaN" },
        { "Boolean", "yes", "Boolean cannot represent a non boolean value: \"yes\"" },
    };

    [Theory]
    [MemberData(nameof(Far))]
    public void A_result_that_cannot_be_represented_is_refused(string scalar, object value, string message) =>
        Assert.Equal(message, Assert.Throws<ScalarFormatException>(() => Written(Scalars[scalar], value)).Message);
}
