using System.Reflection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>A CLR type as the schema sees it: without task, <see cref="Nullable{T}"/> and <see cref="Optional{T}"/>, told whether null is allowed, and of what it is a list.</summary>
internal sealed record TypeShape(Type Type, bool IsNullable, TypeShape? Item)
{
    /// <summary>The shape of a named type that is never null.</summary>
    public static TypeShape Required(Type type) => new(type, IsNullable: false, Item: null);

    /// <summary>The shape without its lists.</summary>
    public TypeShape Innermost => Item?.Innermost ?? this;

    public static TypeShape Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    public static TypeShape Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter));

    /// <summary>The shape of a type of which no more is known: a class may be null.</summary>
    public static TypeShape Of(Type type) => Nullable.GetUnderlyingType(type) is { } value
        ? new(value, IsNullable: true, Item: null)
        : new(type, !type.IsValueType, ItemTypeOf(type) is { } item ? Of(item) : null);

    /// <summary>The items' type, where a type is an array or a generic collection of one.</summary>
    public static Type? ItemTypeOf(Type type)
    {
        // Bytes are one value, Base64, and no list of numbers.
        if (type == typeof(byte[])) return null;
        if (type.IsArray) return type.GetElementType();
        if (PairOf(type) is { } pair) return pair;
        if (!type.IsGenericType || type.GetGenericArguments() is not [var item]) return null;

        var isList = typeof(IEnumerable<>).MakeGenericType(item).IsAssignableFrom(type)
            || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);
        return isList ? item : null;
    }

    public static TypeShape Of(NullabilityInfo info)
    {
        if (Definition(info.Type) is { } definition)
        {
            if (definition == typeof(Task<>) || definition == typeof(ValueTask<>)) return Of(info.GenericTypeArguments[0]);
            if (definition == typeof(Nullable<>)) return new(Nullable.GetUnderlyingType(info.Type)!, IsNullable: true, Item: null);
            if (definition == typeof(Optional<>)) return Of(info.GenericTypeArguments[0]) with { IsNullable = true };
        }

        var isNullable = !info.Type.IsValueType && info.ReadState is not NullabilityState.NotNull;
        return ItemTypeOf(info.Type) is null
            ? new(info.Type, isNullable, Item: null)
            : new(info.Type, isNullable, PairOf(info.Type) is { } pair ? Required(pair) : Of(info.ElementType ?? info.GenericTypeArguments[0]));
    }

    // A dictionary is a list of its pairs.
    private static Type? PairOf(Type type) => type.IsGenericType && type.GetGenericArguments() is [var key, var value]
        && typeof(IEnumerable<>).MakeGenericType(typeof(KeyValuePair<,>).MakeGenericType(key, value)) is var pairs && pairs.IsAssignableFrom(type)
        ? pairs.GetGenericArguments()[0]
        : null;

    private static Type? Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;
}
