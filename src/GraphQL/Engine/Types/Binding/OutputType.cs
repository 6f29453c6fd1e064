using System.Collections;
using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The schema's type of a member's values, and how they are written: an id encoded, a domain type turned into its scalar's.</summary>
internal sealed record OutputType(GraphQLType Type, GlobalId? Id, Func<object?, object?>? Convert)
{
    /// <summary>For a method whose value another resolver passes on.</summary>
    public static OutputType AsIs { get; } = new(BuiltInScalars.String, Id: null, Convert: null);

    /// <param name="context">The schema in the making.</param>
    /// <param name="member">Whose attributes say more than the shape.</param>
    /// <param name="shape">The CLR type.</param>
    /// <param name="ownerName">The type that the member belongs to; null for a root type.</param>
    /// <param name="given">The type as a descriptor named it; null where none did.</param>
    public static OutputType Of(BindingContext context, ICustomAttributeProvider member, TypeShape shape, string? ownerName, TypeReference? given = null)
    {
        var attributes = member.GetCustomAttributes(inherit: false);
        var id = IdOf(context, shape, attributes.OfType<IDAttribute>().FirstOrDefault(), ownerName);
        var type = (given ?? TypeReference.In(attributes))?.Resolve(context, isInput: false) ?? TypeOf(context, shape, id);
        if (!type.IsNonNull && attributes.OfType<GraphQLNonNullTypeAttribute>().Any()) type = new NonNullType(type);
        return new(type, id, Conversion(context, shape, type.Named, id));
    }

    private static GlobalId? IdOf(BindingContext context, TypeShape shape, IDAttribute? attribute, string? ownerName)
    {
        var type = shape.Innermost.Type;
        if (attribute is null && !GlobalIds.IsTyped(type)) return null;

        return context.Ids.Of(type, attribute?.TypeName ?? context.Ids.TypeNameOf(type) ?? ownerName) ?? throw GlobalIds.Unsupported(type);
    }

    private static GraphQLType TypeOf(BindingContext context, TypeShape shape, GlobalId? id)
    {
        GraphQLType type = shape.Item is { } item
            ? new ListType(TypeOf(context, item, id))
            : id is null ? context.Types.Output(shape.Type) : BuiltInScalars.ID;
        return shape.IsNullable ? type : new NonNullType(type);
    }

    /// <summary>For values that are boxed on their way; null where they are written as they are.</summary>
    private static Func<object?, object?>? Conversion(BindingContext context, TypeShape shape, NamedType named, GlobalId? id)
    {
        if (shape.Item is { } item)
        {
            return Conversion(context, item, named, id) is { } each
                ? value => value is IEnumerable items ? items.Cast<object?>().Select(each).ToArray() : null
                : null;
        }

        if (id is not null) return value => value is null ? null : id.Format(value);
        if (named is not ScalarType scalar || context.Converters.Registered(shape.Type, scalar.RuntimeType) is null) return null;

        var convert = context.Converters.Find(shape.Type, scalar.RuntimeType)!;
        return value => value is null ? null : convert(value);
    }
}
