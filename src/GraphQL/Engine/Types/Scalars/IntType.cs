using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5.1 A 32-bit signed integer.</summary>
public sealed class IntType : ScalarType<int>
{
    /// <summary>Makes the scalar.</summary>
    public IntType() : base("Int") =>
        Description = "A whole number of 32 bits with its sign.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal)
    {
        if (literal is not IntValueNode { Value: var digits })
            throw new ScalarFormatException($"Int cannot represent non-integer value: {LiteralText.Of(literal)}");

        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ScalarFormatException($"Int cannot represent non 32-bit signed integer value: {digits}");
    }

    /// <inheritdoc/>
    public override void Write(int value, ResultWriter writer) => writer.Number(value);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write(ToInt(value), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new IntValueNode(ToInt(value).ToString(CultureInfo.InvariantCulture));

    private static int ToInt(object value) => value switch
    {
        int number => number,
        short or sbyte or byte or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        long or uint or ulong or double or float or decimal => FromWider(value),
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new ScalarFormatException($"Int cannot represent non-integer value: {LiteralText.OfValue(value)}"),
    };

    private static int FromWider(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number != Math.Floor(number) || double.IsInfinity(number))
            throw new ScalarFormatException($"Int cannot represent non-integer value: {LiteralText.OfValue(value)}");

        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new ScalarFormatException($"Int cannot represent non 32-bit signed integer value: {LiteralText.OfValue(value)}");
    }
}
