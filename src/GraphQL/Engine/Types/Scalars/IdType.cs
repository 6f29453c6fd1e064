using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5.5 An identifier: opaque text, given as text or as an integer.</summary>
public sealed class IdType : ScalarType<string>
{
    /// <summary>Makes the scalar.</summary>
    public IdType() : base("ID") =>
        Description = "An identifier, not meant to be read: written as a string, taken as a string or an integer.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw new ScalarFormatException($"ID cannot represent a non-string and non-integer value: {LiteralText.Of(literal)}"),
    };

    /// <inheritdoc/>
    public override void Write(string value, ResultWriter writer) => writer.String(value);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => writer.String(ToText(value));

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value)
    {
        var text = ToText(value);
        var isInteger = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
        return isInteger ? new IntValueNode(text) : new StringValueNode(text);
    }

    private static string ToText(object value) => value switch
    {
        string text => text,
        int or long or short or byte or uint or ulong or Guid => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new ScalarFormatException($"ID cannot represent value: {LiteralText.OfValue(value)}"),
    };
}
