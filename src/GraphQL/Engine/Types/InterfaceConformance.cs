namespace Investr.GraphQL.Types;

/// <summary>§3.6.3 IsValidImplementation: what implements an interface has all of its fields, with types at least as narrow.</summary>
internal static class InterfaceConformance
{
    public static IEnumerable<SchemaFault> FaultsOf(Schema schema, FieldsType type)
    {
        foreach (var face in type.Interfaces)
        {
            if (face == type)
            {
                yield return new(type.Name, $"Type {type.Name} cannot implement itself because it would create a circular reference.");
                continue;
            }

            foreach (var missing in face.Interfaces.Where(inherited => inherited != type && !type.Interfaces.Contains(inherited)))
                yield return new(type.Name, $"Type {type.Name} must implement {missing.Name} because it is implemented by {face.Name}.");
            foreach (var fault in face.Fields.SelectMany(field => OfField(schema, type, face, field))) yield return fault;
        }
    }

    private static IEnumerable<SchemaFault> OfField(Schema schema, FieldsType type, InterfaceType face, FieldDefinition expected)
    {
        var (wanted, coordinate) = ($"{face.Name}.{expected.Name}", $"{type.Name}.{expected.Name}");
        if (type.FindField(expected.Name) is not { } field)
        {
            yield return new(coordinate, $"Interface field {wanted} expected but {type.Name} does not provide it.");
            yield break;
        }

        if (!IsSubtype(schema, field.Type, expected.Type))
            yield return new(coordinate, $"Interface field {wanted} expects type {expected.Type} but {coordinate} is type {field.Type}.");
        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            yield return new(
                coordinate, $"Interface field {wanted} is not deprecated, so implementation field {coordinate} must not be deprecated.");
        }


        foreach (var argument in expected.Arguments)
        {
            var (own, theirs) = ($"{coordinate}({argument.Name}:)", $"{wanted}({argument.Name}:)");
            if (field.FindArgument(argument.Name) is not { } given)
                yield return new(own, $"Interface field argument {theirs} expected but {coordinate} does not provide it.");
            else if (given.Type.ToString() != argument.Type.ToString())
                yield return new(own, $"Interface field argument {theirs} expects type {argument.Type} but {own} is type {given.Type}.");
        }

        foreach (var extra in field.Arguments.Where(argument => argument.IsRequired && expected.FindArgument(argument.Name) is null))
        {
            var own = $"{coordinate}({extra.Name}:)";
            yield return new(
                own, $"Argument {own} must not be required type {extra.Type} if not provided by the Interface field {wanted}.");
        }
    }

    private static bool IsSubtype(Schema schema, GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType own, NonNullType other) => IsSubtype(schema, own.OfType, other.OfType),
        (NonNullType own, _) => IsSubtype(schema, own.OfType, expected),
        (ListType own, ListType other) => IsSubtype(schema, own.OfType, other.OfType),
        (NamedType own, NamedType other) => own == other || (own is ObjectType item && schema.PossibleTypes(other).Contains(item))
            || (own is InterfaceType face && other is InterfaceType wider && face.Interfaces.Contains(wider)),
        _ => false,
    };
}
