using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5.4 True or false.</summary>
public sealed class BooleanType : ScalarType<bool>
{
    /// <summary>Makes the scalar.</summary>
    public BooleanType() : base("Boolean") => Description = "`true` or `false`.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => literal is BooleanValueNode flag
        ? flag.Value
        : throw new ScalarFormatException($"Boolean cannot represent a non boolean value: {LiteralText.Of(literal)}");

    /// <inheritdoc/>
    public override void Write(bool value, ResultWriter writer) => writer.Boolean(value);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write(ToFlag(value), writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new BooleanValueNode(ToFlag(value));

    private static bool ToFlag(object value) => value switch
    {
        bool flag => flag,
        int number => number != 0,
        _ => throw new ScalarFormatException($"Boolean cannot represent a non boolean value: {LiteralText.OfValue(value)}"),
    };
}
