using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation;

/// <summary>What rules ask of a schema.</summary>
internal static class SchemaQuestions
{
    /// <summary>The type that a reference names; null where the schema does not have it.</summary>
    public static GraphQLType? TypeOf(this Schema schema, TypeNode reference) => reference switch
    {
        NamedTypeNode named => schema.FindType(named.Name.Value),
        ListTypeNode list => schema.TypeOf(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => schema.TypeOf(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    /// <summary>The type that an operation starts from; null where the schema has none.</summary>
    public static ObjectType? RootType(this Schema schema, OperationType operation) => operation switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    /// <summary>Whether values of a type are those of an abstract one too.</summary>
    public static bool IsSubtype(this Schema schema, NamedType abstractType, NamedType type) =>
        schema.PossibleTypes(abstractType).Contains(type)
        || (abstractType is InterfaceType face && type is InterfaceType { Interfaces: var implemented } && implemented.Contains(face));

    /// <summary>§5.5.2.3 Whether a value can be of both types.</summary>
    public static bool Overlap(this Schema schema, CompositeType one, CompositeType other) =>
        one == other || schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();

    /// <summary>§5.8.5 AreTypesCompatible: whether a variable of a type may stand where another is expected.</summary>
    public static bool IsCompatible(GraphQLType variable, GraphQLType expected) => (variable, expected) switch
    {
        (NonNullType from, NonNullType to) => IsCompatible(from.OfType, to.OfType),
        (_, NonNullType) => false,
        (NonNullType from, _) => IsCompatible(from.OfType, expected),
        (ListType from, ListType to) => IsCompatible(from.OfType, to.OfType),
        _ => variable == expected,
    };
}
