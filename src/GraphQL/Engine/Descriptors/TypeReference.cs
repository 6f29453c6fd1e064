using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Descriptors;

/// <summary>A type as an attribute or a descriptor names it: in the schema's language, by a class of a type, or by a CLR type.</summary>
internal sealed record TypeReference(string? Syntax, Type? Class)
{
    /// <summary>What the attributes of a member name; null where they name none.</summary>
    public static TypeReference? In(IEnumerable<object> attributes) => attributes.OfType<ITypeReferenceAttribute>().FirstOrDefault()?.Reference;

    /// <summary>The CLR type that is named; <see cref="object"/> where it is another way.</summary>
    public Type ValueType => Class is null || Class.IsSubclassOf(typeof(GraphQLType)) || Class.IsSubclassOf(typeof(TypeDescription))
        || Wrapped(Class, typeof(NonNullType<>)) is not null || Wrapped(Class, typeof(ListType<>)) is not null ? typeof(object) : Class;

    /// <summary>The type; made where it is not there yet.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public GraphQLType Resolve(BindingContext context, bool isInput) => Syntax is { } syntax
        ? TypeRegistry.Parse(syntax, context.Types.Find)
        : Resolve(context, Class!, isInput);

    private static GraphQLType Resolve(BindingContext context, Type type, bool isInput)
    {
        if (Wrapped(type, typeof(NonNullType<>)) is { } required) return new NonNullType(Resolve(context, required, isInput).Nullable);
        if (Wrapped(type, typeof(ListType<>)) is { } item) return new ListType(Resolve(context, item, isInput));
        if (typeof(ScalarType).IsAssignableFrom(type)) return context.Types.Scalar(type);
        if (TypeDescription.TargetOf(type) is { } described)
            return isInput ? context.Types.Input(described) : context.Descriptions.UnionOf(type) ?? context.Types.Output(described);

        return Named(context, TypeShape.Of(type), isInput);
    }

    private static GraphQLType Named(BindingContext context, TypeShape shape, bool isInput)
    {
        GraphQLType type = shape.Item is { } item
            ? new ListType(Named(context, item, isInput))
            : isInput ? context.Types.Input(shape.Type) : context.Types.Output(shape.Type);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private static Type? Wrapped(Type type, Type wrapper) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == wrapper ? type.GetGenericArguments()[0] : null;
}

/// <summary>An attribute that names a type.</summary>
internal interface ITypeReferenceAttribute
{
    TypeReference Reference { get; }
}
