using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>The base of scalars that are text on the wire and a type of their own in C#: say how the text is read and how it is written.</summary>
public abstract class TextScalarType<T>(string name) : ScalarType<T>(name) where T : notnull
{
    /// <summary>Reads the text.</summary>
    /// <exception cref="FormatException">The text is no value of the scalar. Its message is not shown; <see cref="Expected"/> is.</exception>
    protected abstract T ParseText(string text);

    /// <summary>The text of a value.</summary>
    protected abstract string Format(T value);

    /// <summary>What the text should look like, told in errors; null where the name says enough.</summary>
    protected virtual string? Expected => null;

    /// <inheritdoc/>
    public sealed override object Parse(ValueNode literal)
    {
        if (literal is not StringValueNode text) throw Refused(LiteralText.Of(literal), null);

        try
        {
            return ParseText(text.Value);
        }
        catch (Exception reason) when (reason is FormatException or ArgumentException or OverflowException)
        {
            throw Refused(LiteralText.Of(literal), reason);
        }
    }

    /// <inheritdoc/>
    public override void Write(T value, ResultWriter writer) => writer.String(Format(value));

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer)
    {
        if (value is string text && typeof(T) != typeof(string)) writer.String(text);
        else Write((T)value, writer);
    }

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => new StringValueNode(value is T own ? Format(own) : (string)value);

    private ScalarFormatException Refused(string literal, Exception? reason) =>
        new($"{Name} cannot represent value: {literal}{(Expected is { } form ? $" (expected {form})" : "")}", reason);
}
