using Investr.GraphQL.Introspection;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>What a schema coordinate can name: a <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="ArgumentDefinition"/> (of a
/// field, a directive or an input object), <see cref="EnumValueDefinition"/> or <see cref="DirectiveDefinition"/>.</summary>
public interface ITypeSystemMember
{
    /// <summary>The name within what it belongs to.</summary>
    string Name { get; }
}

/// <summary>A coordinate that cannot be looked for in a schema: what the element would belong to is not there, or has no such elements.</summary>
public sealed class InvalidSchemaCoordinateException(SchemaCoordinate coordinate, string message) : Exception(message)
{
    /// <summary>The coordinate that was asked for.</summary>
    public SchemaCoordinate Coordinate { get; } = coordinate;
}

/// <summary>§3.14.1 Finds a schema's elements by their coordinates.</summary>
public static class SchemaCoordinates
{
    /// <summary>The element of a coordinate; null where what it would belong to has none of that name.</summary>
    /// <exception cref="InvalidSchemaCoordinateException">What it would belong to is not in the schema, or of a kind that has no such elements.</exception>
    public static ITypeSystemMember? FindMember(this Schema schema, SchemaCoordinate coordinate) => coordinate switch
    {
        { OfDirective: true } => OfDirective(schema, coordinate),
        { MemberName: null } => schema.FindType(coordinate.Name),
        { ArgumentName: null } => OfType(schema, coordinate),
        _ => OfField(schema, coordinate),
    };

    private static ITypeSystemMember? OfDirective(Schema schema, SchemaCoordinate coordinate)
    {
        var directive = schema.FindDirective(coordinate.Name);
        if (coordinate.ArgumentName is not { } argument) return directive;

        return directive is null
            ? throw new InvalidSchemaCoordinateException(coordinate, $"Expected \"{coordinate.Name}\" to be defined as a directive in the schema.")
            : directive.FindArgument(argument);
    }

    private static ITypeSystemMember? OfType(Schema schema, SchemaCoordinate coordinate) => TypeOf(schema, coordinate) switch
    {
        EnumType named => named.Find(coordinate.MemberName!),
        InputObjectType input => input.FindField(coordinate.MemberName!),
        FieldsType fields => MetaFields.Find(schema, fields, coordinate.MemberName!),
        _ => throw new InvalidSchemaCoordinateException(
            coordinate, $"Expected \"{coordinate.Name}\" to be an Enum, Input Object, Object or Interface type."),
    };

    private static ArgumentDefinition? OfField(Schema schema, SchemaCoordinate coordinate)
    {
        if (TypeOf(schema, coordinate) is not FieldsType type)
            throw new InvalidSchemaCoordinateException(coordinate, $"Expected \"{coordinate.Name}\" to be an object type or interface type.");

        return MetaFields.Find(schema, type, coordinate.MemberName!) is { } field
            ? field.FindArgument(coordinate.ArgumentName!)
            : throw new InvalidSchemaCoordinateException(
                coordinate, $"Expected \"{coordinate.MemberName}\" to exist as a field of type \"{coordinate.Name}\" in the schema.");
    }

    private static NamedType TypeOf(Schema schema, SchemaCoordinate coordinate) => schema.FindType(coordinate.Name)
        ?? throw new InvalidSchemaCoordinateException(coordinate, $"Expected \"{coordinate.Name}\" to be defined as a type in the schema.");
}
