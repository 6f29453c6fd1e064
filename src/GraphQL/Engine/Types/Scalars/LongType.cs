using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>A 64-bit signed integer, written as a JSON number. A client that reads numbers as doubles keeps 53 bits of it.</summary>
public sealed class LongType : ScalarType<long>
{
    /// <summary>Makes the scalar.</summary>
    public LongType() : base("Long") => Description = "A 64-bit signed integer.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal)
    {
        if (literal is not IntValueNode { Value: var digits })
            throw new ScalarFormatException($"Long cannot represent non-integer value: {LiteralText.Of(literal)}");

        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ScalarFormatException($"Long cannot represent non 64-bit signed integer value: {digits}");
    }

    /// <inheritdoc/>
    public override void Write(long value, ResultWriter writer) => writer.Number(value);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) =>
        Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) =>
        new IntValueNode(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
}
