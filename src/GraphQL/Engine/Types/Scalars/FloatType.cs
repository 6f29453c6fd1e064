using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5.2 A finite double-precision number.</summary>
public sealed class FloatType : ScalarType<double>
{
    /// <summary>Makes the scalar.</summary>
    public FloatType() : base("Float") =>
        Description = "A finite number of double precision, IEEE 754.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal)
    {
        var digits = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode number => number.Value,
            _ => null,
        };
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new ScalarFormatException($"Float cannot represent non numeric value: {LiteralText.Of(literal)}");
    }

    /// <inheritdoc/>
    public override void Write(double value, ResultWriter writer)
    {
        if (!double.IsFinite(value)) throw NonNumeric(value);

        writer.Number(value);
    }

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write(ToDouble(value), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value)
    {
        var number = ToDouble(value);
        return number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? new IntValueNode(number.ToString("F0", CultureInfo.InvariantCulture))
            : new FloatValueNode(number.ToString("R", CultureInfo.InvariantCulture));
    }

    private static double ToDouble(object value) => value switch
    {
        double number => number,
        // A float is widened by its digits: 0.1f is 0.1 to the client, not 0.10000000149011612.
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        int or long or short or sbyte or byte or ushort or uint or ulong or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw NonNumeric(value),
    };

    private static ScalarFormatException NonNumeric(object value) =>
        new($"Float cannot represent non numeric value: {LiteralText.OfValue(value)}");
}
