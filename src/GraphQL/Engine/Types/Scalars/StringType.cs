using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5.3 Text.</summary>
public sealed class StringType : ScalarType<string>
{
    /// <summary>Makes the scalar.</summary>
    public StringType() : base("String") =>
        Description = "Text.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => literal is StringValueNode text
        ? text.Value
        : throw new ScalarFormatException($"String cannot represent a non string value: {LiteralText.Of(literal)}");

    /// <inheritdoc/>
    public override void Write(string value, ResultWriter writer) => writer.String(value);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => writer.String(ToText(value));

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new StringValueNode(ToText(value));

    private static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        char or int or long or short or byte or double or float or decimal or Guid or Uri or Enum =>
            Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        _ => throw new ScalarFormatException($"String cannot represent value: {LiteralText.OfValue(value)}"),
    };
}
