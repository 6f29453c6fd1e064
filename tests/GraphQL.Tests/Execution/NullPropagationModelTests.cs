using System.Text.Json.Nodes;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>Random worlds of values, nulls, errors and delays, answered by the executor and by the rules of §6.4 written down
/// plainly.</summary>
public sealed class NullPropagationModelTests
{
    private const string Sdl = """
        type Query { a: Node  b: Node!  c: [Node]  d: [Node!]  e: [Node]!  f: [Node!]!  g: [[Node!]!] }
        type Node { x: Int  y: Int!  a: Node  b: Node!  c: [Node]  d: [Node!]  f: [Node!]! }
        """;

    private const string Query = """
        {
          a { ...N a { ...N } b { x y } } b { ...N } c { ...N d { ...N } f { y } } d { y b { ...N } }
          e { ...N c { y } } f { x d { y a { y } } } g { ...N }
        }
        fragment N on Node { x y }
        """;

    private static readonly Dictionary<string, string> Types = new()
    {
        ["x"] = "Int", ["y"] = "Int!", ["a"] = "Node", ["b"] = "Node!",
        ["c"] = "[Node]", ["d"] = "[Node!]", ["e"] = "[Node]!", ["f"] = "[Node!]!", ["g"] = "[[Node!]!]",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_executor_agrees_with_the_rules(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 250; round++)
        {
            var world = new World(random.Next(), random.Next(12), random.Next(3));
            var server = new TestServer(Sdl);
            foreach (var type in new[] { "Query", "Node" })
            {
                foreach (var field in ((GraphQL.Types.ObjectType)server.Schema.FindType(type)!).Fields.Select(field => field.Name))
                    server.On($"{type}.{field}", frame => world.Value((string?)frame.Parent ?? "", field));
            }

            var answer = Answer.Of(await server.AskAsync(Query));

            var expected = world.Expected();
            Assert.True(expected.Data == answer.Data, $"seed {seed}, round {round}\nexpected {expected.Data}\nanswered {answer.Data}");
            if (!world.IsLate) Assert.Equal(expected.Errors.Order(), answer.Paths.Order());

            // However late: no null without its error, no error at a place that was answered.
            Assert.Equal(answer.Paths.Count, answer.Paths.Distinct().Count());
            Assert.Equal(expected.Errors.Count == 0, answer.Paths.Count == 0);
            Assert.Subset(expected.AllErrors.ToHashSet(), answer.Paths.ToHashSet());
        }
    }

    /// <summary>Every object is its path; what a field of it holds follows from the seed.</summary>
    private sealed class World(int seed, int badness, int lateness)
    {
        public bool IsLate => lateness > 0;

        public object? Value(string parent, string field)
        {
            var path = parent.Length == 0 ? field : $"{parent}.{field}";
            var outcome = Made(path, GraphQL.Language.Parser.ParseType(new(Types[field])).ToString()!);
            return Roll(path, "late") % 3 < lateness ? Later(outcome, Roll(path, "delay") % 4) : outcome;
        }

        public (string Data, List<string> Errors, List<string> AllErrors) Expected()
        {
            var all = new List<string>();
            var errors = new List<string>();
            JsonNode? data;
            try
            {
                data = new Rules(this, errors, all).Object("", QueryFields);
            }
            catch (NullGoesUp)
            {
                data = null;
            }

            new Rules(this, [], all) { Exhaustive = true }.Object("", QueryFields);
            return (data?.ToJsonString() ?? "null", errors, all);
        }

        /// <summary>What is behind a path: null, an exception, a number, the path itself for an object, or a list.</summary>
        public object? Made(string path, string type)
        {
            var roll = Roll(path, "value") % 100;
            if (roll < badness) return roll % 2 == 0 ? null : new GraphQLException($"no {path}");

            var inner = type.TrimEnd('!');
            if (!inner.StartsWith('[')) return inner == "Int" ? roll : path;
            return Enumerable.Range(0, Roll(path, "length") % 4)
                .Select(i => Made($"{path}.{i}", inner[1..^1]))
                .Select(item => item is Exception ? null : item)
                .ToArray();
        }

        private int Roll(string path, string what)
        {
            var hash = (uint)seed;
            foreach (var character in path + what) hash = (hash * 16777619) ^ character;
            return (int)((hash ^ (hash >> 15)) * 2654435761 >> 33);
        }

        private static async Task<object?> Later(object? outcome, int delay)
        {
            if (delay == 3) await Task.Delay(1);
            else await Task.Yield();
            return outcome is Exception failure ? throw failure : outcome;
        }
    }

    private sealed class NullGoesUp : Exception;

    private sealed record Asked(string Field, Asked[] Fields);

    private static Asked F(string field, params Asked[] fields) => new(field, fields);

    private static readonly Asked[] N = [F("x"), F("y")];

    private static readonly Asked[] QueryFields =
    [
        F("a", [.. N, F("a", N), F("b", N)]), F("b", N), F("c", [.. N, F("d", N), F("f", F("y"))]), F("d", F("y"), F("b", N)),
        F("e", [.. N, F("c", F("y"))]), F("f", F("x"), F("d", F("y"), F("a", F("y")))), F("g", N),
    ];

    private sealed class Rules(World world, List<string> errors, List<string> all)
    {
        /// <summary>Whether siblings go on after a failure, as they may where they are under way already.</summary>
        public bool Exhaustive { get; init; }

        public JsonObject Object(string path, Asked[] fields)
        {
            var answer = new JsonObject();
            foreach (var field in fields)
            {
                var at = path.Length == 0 ? field.Field : $"{path}.{field.Field}";
                try
                {
                    answer[field.Field] = Complete(at, Types[field.Field], world.Made(at, Types[field.Field]), field.Fields);
                }
                catch (NullGoesUp) when (Exhaustive)
                {
                }
            }

            return answer;
        }

        private JsonNode? Complete(string path, string type, object? value, Asked[] fields)
        {
            var nullable = !type.EndsWith('!');
            if (value is Exception || (value is null && !nullable)) return Nulled(path, nullable);

            try
            {
                return value switch
                {
                    null => null,
                    object?[] items => List(path, type.TrimEnd('!')[1..^1], items, fields),
                    int number => number,
                    _ => Object(path, fields),
                };
            }
            catch (NullGoesUp) when (nullable)
            {
                return null;
            }
        }

        private JsonArray List(string path, string type, object?[] items, Asked[] fields)
        {
            var answer = new JsonArray();
            for (var i = 0; i < items.Length; i++)
            {
                try
                {
                    answer.Add(Complete($"{path}.{i}", type, items[i], fields));
                }
                catch (NullGoesUp) when (Exhaustive)
                {
                }
            }

            return answer;
        }

        private JsonNode? Nulled(string path, bool nullable)
        {
            errors.Add(path);
            all.Add(path);
            return nullable ? null : throw new NullGoesUp();
        }
    }
}
