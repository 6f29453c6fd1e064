using System.Text.Json.Nodes;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.Conformance.Tests.Execution;

/// <summary>Makes random values for an operation's variables: most fit, some are null, left out, of another type or misspelt.</summary>
internal sealed class VariableGenerator(Schema schema, Random random)
{
    private double _mistakes;

    public JsonObject For(OperationDefinitionNode operation)
    {
        _mistakes = random.Next(4) == 0 ? 0.2 : 0;
        var values = new JsonObject();
        foreach (var variable in operation.Variables)
        {
            var type = schema.TypeOf(variable.Type)!;
            if ((variable.DefaultValue is not null || !type.IsNonNull) && Chance(0.2)) continue;
            if (Mistake() && Chance(0.3)) continue;
            values[variable.Variable.Name.Value] = Value(type, 0);
        }

        return values;
    }

    private JsonNode? Value(GraphQLType type, int depth)
    {
        if (Mistake()) return Wrong();
        if (!type.IsNonNull && Chance(0.1)) return null;

        return type.Nullable switch
        {
            ListType list when Chance(0.2) => Value(new NonNullType(list.OfType.Nullable), depth),
            ListType list => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(list.OfType, depth + 1))]),
            InputObjectType input => Object(input, depth),
            EnumType named => named.Values[random.Next(named.Values.Count)].Name,
            { Named.Name: "Int" } => random.Next(-5, 100),
            { Named.Name: "Float" } => random.Next(2) == 0 ? random.Next(10) : random.Next(100) / 8.0,
            { Named.Name: "Boolean" } => Chance(0.5),
            { Named.Name: "ID" } => Chance(0.5) ? "a" : 7,
            { Named.Name: "String" } => "text",
            _ => new JsonObject { ["k"] = new JsonArray(1, "x", true, null) },
        };
    }

    private JsonObject Object(InputObjectType type, int depth)
    {
        var fields = type.IsOneOf && !Mistake()
            ? [type.Fields[random.Next(type.Fields.Count)]]
            : type.Fields.Where(field => field.IsRequired ? !Mistake() : depth < 3 && Chance(0.4)).ToList();
        var value = new JsonObject();
        foreach (var field in fields)
        {
            var isNeeded = type.IsOneOf && !field.Type.IsNonNull && !Mistake();
            value[Mistake() ? field.Name + "s" : field.Name] = Value(isNeeded ? new NonNullType(field.Type) : field.Type, depth + 1);
        }

        return value;
    }

    private JsonNode? Wrong() => random.Next(8) switch
    {
        0 => null,
        1 => "text",
        2 => 1.5,
        3 => 12_345_678_901L,
        4 => true,
        5 => new JsonArray(1, "x", null),
        6 => new JsonObject { ["a"] = new JsonObject { ["b"] = new JsonArray(new JsonArray(new JsonObject { ["c"] = 1 })) } },
        _ => new JsonArray([.. Enumerable.Range(0, 13).Select(i => JsonValue.Create(i))]),
    };

    private bool Mistake() => Chance(_mistakes);

    private bool Chance(double probability) => random.NextDouble() < probability;
}
