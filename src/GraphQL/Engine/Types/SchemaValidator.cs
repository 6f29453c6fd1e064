namespace Investr.GraphQL.Types;

/// <summary>Placeholder text replaced below.</summary>
internal static class SchemaValidator
{
    public static IReadOnlyList<SchemaFault> FaultsOf(Schema schema) => schema.Query is null ? [new("Query", "the schema needs a query root")] : [];
}
