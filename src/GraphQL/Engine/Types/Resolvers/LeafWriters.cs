using System.Collections.Frozen;
using System.Text;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>Writes values of a CLR type as a leaf type's JSON.</summary>
internal abstract class LeafWriter<T>
{
    public abstract void Write(T value, ResultWriter writer);
}

internal sealed class ScalarWriter<T>(ScalarType<T> scalar) : LeafWriter<T> where T : notnull
{
    public override void Write(T value, ResultWriter writer) => scalar.Write(value, writer);
}

/// <summary>For a type near the scalar's own, such as float for Float.</summary>
internal sealed class NearScalarWriter<T>(ScalarType scalar) : LeafWriter<T>
{
    public override void Write(T value, ResultWriter writer) => scalar.WriteObject(value!, writer);
}

/// <summary>For a type that a registered converter turns into the scalar's own.</summary>
internal sealed class ConvertedScalarWriter<T, TScalar>(ScalarType<TScalar> scalar, Func<T, TScalar> convert) : LeafWriter<T>
    where TScalar : notnull
{
    public override void Write(T value, ResultWriter writer) => scalar.Write(convert(value), writer);
}

internal sealed class EnumWriter<T>(EnumType type) : LeafWriter<T> where T : notnull
{
    private readonly FrozenDictionary<T, byte[]> _names = type.Values
        .DistinctBy(value => value.Value)
        .ToFrozenDictionary(value => (T)value.Value, value => Encoding.UTF8.GetBytes($"\"{value.Name}\""));

    public override void Write(T value, ResultWriter writer)
    {
        if (!_names.TryGetValue(value, out var name))
            throw new ScalarFormatException($"Enum \"{type.Name}\" cannot represent value: {value}");

        writer.Raw(name);
    }
}

internal sealed class IdWriter<T>(GlobalId<T> id) : LeafWriter<T>
{
    public override void Write(T value, ResultWriter writer) => id.Write(value, writer);
}
