using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>§3.5 A scalar: how its values are read from literals and JSON, and how they are written.</summary>
/// <remarks>A variable's JSON is read as literals (a JSON string as a <see cref="StringValueNode"/>, and so on), so that there is one way in.</remarks>
public abstract class ScalarType(string name, Type runtimeType) : NamedType(name)
{
    /// <summary>The CLR type of its values.</summary>
    public Type RuntimeType { get; } = runtimeType;

    /// <summary>§3.5.5 Where the scalar's format is specified; null where nowhere.</summary>
    public Uri? SpecifiedBy { get; protected init; }

    /// <summary>The value of a literal.</summary>
    /// <exception cref="ScalarFormatException">The literal is not one of this scalar's; the message says why, in graphql-js's words for built-in scalars.</exception>
    public abstract object Parse(ValueNode literal);

    /// <summary>Writes a value that is boxed or of a type near the scalar's own (an int for a Float).</summary>
    /// <exception cref="ScalarFormatException">The value cannot be represented.</exception>
    public abstract void WriteObject(object value, ResultWriter writer);

    /// <summary>The literal that stands for a value, as printed in a schema's defaults.</summary>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>A scalar whose values are written without boxing.</summary>
public abstract class ScalarType<T>(string name) : ScalarType(name, typeof(T)) where T : notnull
{
    /// <summary>Writes a value as JSON.</summary>
    /// <exception cref="ScalarFormatException">The value cannot be represented.</exception>
    public abstract void Write(T value, ResultWriter writer);

    /// <inheritdoc/>
    public override void WriteObject(object value, ResultWriter writer) => Write((T)value, writer);
}

/// <summary>A value that a scalar does not take, with a message for the API's user.</summary>
public sealed class ScalarFormatException(string message, Exception? reason = null) : Exception(message, reason);
