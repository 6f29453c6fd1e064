using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>An exact decimal number. As text no client can round it; as input a number is taken too, read by its digits.</summary>
/// <remarks>Equal numbers are written alike, without zeros at the end of a fraction, wherever the number comes from.</remarks>
public sealed class DecimalType : ScalarType<decimal>
{
    // Dividing by it takes the zeros off the end of a fraction and changes nothing else: the quotient has the least scale it can have.
    private const decimal One = 1.0000000000000000000000000000m;

    private readonly bool _asText;

    /// <summary>Makes the scalar.</summary>
    /// <param name="asText">Whether values are written as JSON strings rather than numbers.</param>
    public DecimalType(bool asText = false) : base("Decimal")
    {
        _asText = asText;
        Description = asText
            ? "An exact decimal number, up to 28 significant digits, written as a JSON string so that no client rounds it; "
                + "as input a number is taken too."
            : "An exact decimal number, up to 28 significant digits.";
    }

    /// <inheritdoc/>
    public override object Parse(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            StringValueNode given => given.Value,
            _ => null,
        };
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
            throw new ScalarFormatException($"Decimal cannot represent value: {LiteralText.Of(literal)}");

        return KeepsEveryDigit(text, value)
            ? value
            : throw new ScalarFormatException($"Decimal cannot represent value without losing digits: {LiteralText.Of(literal)}");
    }

    /// <inheritdoc/>
    public override void Write(decimal value, ResultWriter writer)
    {
        var plain = value / One;
        if (_asText) writer.Quoted(plain);
        else writer.Number(plain);
    }

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write(ToDecimal(value), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value)
    {
        var digits = (ToDecimal(value) / One).ToString(CultureInfo.InvariantCulture);
        if (_asText) return new StringValueNode(digits);
        return digits.Contains('.') ? new FloatValueNode(digits) : new IntValueNode(digits);
    }

    private static decimal ToDecimal(object value) => value as decimal? ?? Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    // decimal.Parse rounds what has more than 28 or 29 digits; equal significant digits tell that it did not.
    private static bool KeepsEveryDigit(string text, decimal value) =>
        SignificantDigits(text).SequenceEqual(SignificantDigits(value.ToString(CultureInfo.InvariantCulture)));

    private static string SignificantDigits(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }
}
