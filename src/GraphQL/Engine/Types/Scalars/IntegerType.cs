using System.Globalization;
using System.Numerics;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>A whole number of the size of a CLR type, written as a JSON number.</summary>
public sealed class IntegerType<T> : ScalarType<T> where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>Makes the scalar.</summary>
    public IntegerType(string name) : base(name) => Description = $"A whole number from {T.MinValue} to {T.MaxValue}.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal)
    {
        if (literal is not IntValueNode { Value: var digits })
            throw new ScalarFormatException($"{Name} cannot represent non-integer value: {LiteralText.Of(literal)}");

        return T.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ScalarFormatException($"{Name} cannot represent a value that is not from {T.MinValue} to {T.MaxValue}: {digits}");
    }

    /// <inheritdoc/>
    public override void Write(T value, ResultWriter writer) => writer.Number(value);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new IntValueNode(((T)value).ToString(null, CultureInfo.InvariantCulture));
}
