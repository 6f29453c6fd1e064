using System.Reflection;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>A property that a list can be filtered and sorted by: one that its type shows to everybody, as it is.</summary>
internal sealed record OpenMember(string Name, PropertyInfo Property, TypeShape Shape, OutputType Output)
{
    public bool IsLeaf => Shape.Item is null && Output.Type.Named is ScalarType or EnumType;

    /// <summary>The properties of a type whose fields are known.</summary>
    public static IEnumerable<OpenMember> Of(BindingContext context, FieldsType type, Type runtime)
    {
        var extensions = context.Annotated.ExtensionsOf(runtime).Concat(context.Annotated.ExtensionsByName.GetValueOrDefault(type.Name, [])).ToArray();
        var resolved = extensions.SelectMany(extension => OutputBinder.PublicMethods(extension.Class)).Concat(OutputBinder.PublicMethods(runtime))
            .Where(method => !method.IsSpecialName)
            .Select(FieldBinder.NameOf)
            .ToHashSet(StringComparer.Ordinal);
        var id = context.Nodes.IdOf(runtime)?.Name;
        foreach (var property in OutputBinder.Properties(runtime, extensions))
        {
            var described = context.Descriptions.FindObject(runtime)?.Members.GetValueOrDefault(property);
            if (described?.Method is not null) continue;

            var name = property.Name == id ? "id" : described?.GivenName ?? FieldBinder.NameOf(property);
            if (type.FindField(name) is not { Authorization: [] } || resolved.Contains(name)) continue;

            var shape = TypeShape.Of(property);
            if (!IsPlain(property.PropertyType, shape)) continue;

            var output = property.Name == id
                ? new OutputType(new NonNullType(BuiltInScalars.ID), context.Ids.Of(property.PropertyType, type.Name), Convert: null)
                : OutputType.Of(context, property, shape, type.Name);
            yield return new(name, property, shape, output);
        }
    }

    // What comes later, or may be left out, has no value to compare.
    private static bool IsPlain(Type type, TypeShape shape) => (Nullable.GetUnderlyingType(type) ?? type) == shape.Type
        && (shape.Item is null || (shape.Item.Item is null && typeof(IEnumerable<>).MakeGenericType(TypeShape.ItemTypeOf(type)!).IsAssignableFrom(type)));
}
