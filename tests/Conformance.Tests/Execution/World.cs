using System.Collections;
using System.Globalization;
using Investr.GraphQL;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.Conformance.Tests.Execution;

/// <summary>Resolvers that answer from a world made of a seed: what a field holds follows from its path in the response. node/world.mjs
/// is the same.</summary>
internal sealed class World(Schema schema, uint seed, int badness)
{
    /// <summary>An object of the world: all that is known of it is its type.</summary>
    private sealed record Thing(string TypeName);

    /// <summary>A schema that answers from the world that its request names.</summary>
    public static Schema SchemaOf(string sdl)
    {
        var schema = SchemaFromSdl.Build(sdl, Scalars(sdl));
        Inhabit(schema);
        return schema;
    }

    // What graphql-js makes of a scalar that is only declared: any value, in and out.
    private static AnyType[] Scalars(string sdl) =>
    [
        .. SchemaFromSdl.Build(sdl).Types.OfType<ScalarType>()
            .Where(scalar => !BuiltInScalars.Contains(scalar))
            .Select(scalar => new AnyType(scalar.Name)),
    ];

    private static void Inhabit(Schema schema)
    {
        schema.TypeNameOf = value => (value as Thing)?.TypeName;
        foreach (var type in schema.Types.OfType<InputObjectType>())
            type.Create = fields => Given(type.Fields, fields);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields) field.Resolver = new WorldResolver(field);
        }
    }

    private object? Resolve(string path, FieldDefinition field, object?[] arguments)
    {
        if (Roll(path, "error") % 100 < badness) throw new GraphQLException($"Nothing at {path}.");

        return ValueOf(path, field.Type, Given(field.Arguments, arguments));
    }

    private static Dictionary<string, object?> Given(IReadOnlyList<ArgumentDefinition> definitions, object?[] values) => definitions
        .Zip(values)
        .Where(pair => pair.Second != Missing.Value)
        .ToDictionary(pair => pair.First.Name, pair => pair.Second);

    private async Task<object?> ResolveLaterAsync(string path, FieldDefinition field, object?[] arguments)
    {
        if (Roll(path, "delay") % 4 == 0) await Task.Delay(1);
        else await Task.Yield();
        return Resolve(path, field, arguments);
    }

    private object? ValueOf(string path, GraphQLType type, Dictionary<string, object?> arguments)
    {
        if (Roll(path, "null") % 100 < badness) return null;

        return type.Nullable switch
        {
            ListType list => Enumerable.Range(0, (int)(Roll(path, "length") % 4))
                .Select(i => ValueOf($"{path}.{i}", list.OfType, arguments))
                .ToArray(),
            CompositeType composite => new Thing(TypeName(path, composite)),
            var leaf => Leaf(path, leaf.Named, arguments),
        };
    }

    private string TypeName(string path, CompositeType type)
    {
        if (type is ObjectType known) return known.Name;
        var names = schema.PossibleTypes(type).Select(possible => possible.Name).Order(StringComparer.Ordinal).ToArray();
        return names[Roll(path, "type") % names.Length];
    }

    private object Leaf(string path, NamedType type, Dictionary<string, object?> arguments)
    {
        var number = (int)(Roll(path, "leaf") % 1000);
        if (type.Name is "Int" or "Float" or "Boolean" && Roll(path, "wrong") % 100 < badness) return "wrong";
        return type switch
        {
            EnumType named => named.Values[number % named.Values.Count].Value,
            { Name: "Int" } => number,
            { Name: "Float" } => number / 8.0,
            { Name: "Boolean" } => number % 2 == 0,
            _ => string.Create(CultureInfo.InvariantCulture, $"{number} {Text(arguments)}"),
        };
    }

    private uint Roll(string path, string what)
    {
        var hash = seed;
        foreach (var character in $"{path}|{what}") hash = (hash ^ character) * 16777619;
        hash = (hash ^ (hash >> 15)) * 2246822519;
        return hash ^ (hash >> 13);
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> fields => $"{{{string.Join(',', fields
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}:{Text(field.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Half of the fields take their time in a world that is late; the world is in the request's state.</summary>
    private sealed class WorldResolver(FieldDefinition field) : TaskResolver
    {
        public override Task? Resolve(ResolverFrame frame)
        {
            var world = (World)frame.ContextData["world"]!;
            var path = string.Join('.', frame.ToContext().Path.ToList());
            return frame.ContextData["late"] is true && world.Roll(path, "late") % 2 == 0
                ? world.ResolveLaterAsync(path, field, frame.Arguments)
                : Task.FromResult(world.Resolve(path, field, frame.Arguments));
        }

        public override object? ResultOf(Task task) => ((Task<object?>)task).Result;
    }
}
