using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5 A scalar whose values are written as one kind of literal: a <see cref="StringValueNode"/>, an <see cref="IntValueNode"/>, a
/// <see cref="FloatValueNode"/> or a <see cref="BooleanValueNode"/>.</summary>
/// <typeparam name="TRuntime">The CLR type of its values.</typeparam>
/// <typeparam name="TLiteral">The literal.</typeparam>
public abstract class ScalarType<TRuntime, TLiteral>(string name) : ScalarType<TRuntime>(name)
    where TRuntime : notnull where TLiteral : ValueNode
{
    /// <inheritdoc/>
    public sealed override object Parse(ValueNode literal)
    {
        if (literal is not TLiteral own) throw new ScalarFormatException(Misfit(literal));

        try
        {
            return ParseLiteral(own);
        }
        catch (Exception reason) when (reason is FormatException or ArgumentException or OverflowException)
        {
            throw new ScalarFormatException(Misfit(literal), reason);
        }
    }

    /// <inheritdoc/>
    public sealed override void Write(TRuntime value, ResultWriter writer)
    {
        switch (ParseValue(value))
        {
            case StringValueNode text: writer.String(text.Value); break;
            case IntValueNode number: writer.Raw(System.Text.Encoding.UTF8.GetBytes(number.Value)); break;
            case FloatValueNode number: writer.Raw(System.Text.Encoding.UTF8.GetBytes(number.Value)); break;
            case BooleanValueNode flag: writer.Raw(flag.Value ? "true"u8 : "false"u8); break;
            case var other: throw new ScalarFormatException($"{Name} cannot represent value: {LiteralText.Of(other)}");
        }
    }

    /// <inheritdoc/>
    public sealed override ValueNode ToLiteral(object value) => ParseValue((TRuntime)value);

    /// <summary>The value of a literal.</summary>
    /// <exception cref="FormatException">It is none. Other exceptions that say so: <see cref="ArgumentException"/>,
    /// <see cref="OverflowException"/>, and <see cref="ScalarFormatException"/> with a message for the API's user.</exception>
    protected abstract TRuntime ParseLiteral(TLiteral literal);

    /// <summary>The literal of a value.</summary>
    protected abstract TLiteral ParseValue(TRuntime value);

    private string Misfit(ValueNode literal) => $"{Name} cannot represent value: {LiteralText.Of(literal)}";
}
