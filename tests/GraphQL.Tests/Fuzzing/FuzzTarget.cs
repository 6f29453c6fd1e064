using System.Text;
using System.Text.Json;
using Investr.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Fuzzing;

/// <summary>What takes bytes from outside.</summary>
internal abstract class FuzzTarget
{
    /// <summary>Inputs to begin with: usual ones, and in their smallest form those that once found a fault.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Takes an input.</summary>
    /// <exception cref="Exception">The target is at fault: a malformed input is refused in the way that its protocol has for it.</exception>
    public abstract Task TakeAsync(byte[] input);

    protected static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}

/// <summary>The lexer, the parser and the printer: a document is refused by a syntax error, or printed so that it reads as itself.</summary>
internal sealed class DocumentTarget : FuzzTarget
{
    public override IReadOnlyList<byte[]> Seeds { get; } = Texts(
        "query Q($a: [Int!]! = [1, 2] @d, $b: T = {x: 1.5e3, y: \"\\u00e9\\n\"}) @live { a: b(c: $a) @skip(if: true) { ...F ... on T { c } ... @include(if: $b) { d } } }",
        "fragment F on T @f { x(a: \"\"\"\n  block \\\"\"\" text\n    more\n\"\"\", b: ENUM, c: null, d: [[], {}]) }",
        "\"\"\"About\"\"\" schema @s { query: Q mutation: M } extend type A implements B & C @x { \"d\" f(a: Int = 1): [T!]! @deprecated }",
        "interface I implements J { a: Int } union U @u = | A | B enum E { A B } input N @oneOf { a: Int = 1 } scalar S @specifiedBy(url: \"x\") directive @d(a: Int) repeatable on FIELD | QUERY",
        "subscription { a } mutation M { b } # comment\r\n,,,\uFEFF");

    public override Task TakeAsync(byte[] input)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(new SourceText(input), ParserLimits.Of(new RequestOptions()));
        }
        catch (SyntaxException)
        {
            return Task.CompletedTask;
        }

        // An enum without values and a query without a name would run into each other: the printed language is ambiguous there.
        if (document.Definitions.Any(definition => definition is TypeSystemNode) && document.Definitions.Any(definition => definition is not TypeSystemNode))
            return Task.CompletedTask;

        var printed = Printer.Print(document);
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
        return Task.CompletedTask;
    }
}

/// <summary>The executor: any query with any variables has an answer that is JSON.</summary>
internal sealed class RequestTarget(IRequestExecutor executor, IServiceProvider services) : FuzzTarget
{
    // A query and its variables, parted by a zero.
    public override IReadOnlyList<byte[]> Seeds { get; } = Texts(
        "query($a: String, $b: Int, $c: Float) { echo(text: $a, number: $b, ratio: $c) }\0{\"a\":\"text\",\"b\":7,\"c\":1.5}",
        "query($k: UUID, $t: DateTime, $d: LocalDate, $m: Decimal, $l: Long, $s: Side) { echo(key: $k, at: $t, day: $d, amount: $m, count: $l, side: $s) }\0{\"k\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\",\"t\":\"2024-02-29T12:30:00.5+01:00\",\"d\":\"2024-02-29\",\"m\":\"1.10\",\"l\":9007199254740993,\"s\":\"BUY\"}",
        "query($o: OrderInput!) { place(order: $o) }\0{\"o\":{\"symbol\":\"A\",\"quantity\":\"1\",\"side\":\"SELL\",\"tags\":[\"x\"],\"next\":{\"symbol\":\"B\",\"quantity\":2}}}",
        "query($l: [[Int]!]!, $x: Boolean!) { count(lists: $l) tree @include(if: $x) { name left { ... on Leaf { name } } right { __typename } } }\0{\"l\":[[1,null],[]],\"x\":true}",
        "{ __schema { types { name fields { name args { name } } } } any { name ...F } } fragment F on Branch { left { name } }\0",
        "mutation { upload }\0{}");

    public override async Task TakeAsync(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)0) is var at and >= 0 ? at : input.Length;
        await using var scope = services.CreateAsyncScope();
        using var answer = await executor.ExecuteAsync(new()
        {
            Query = input.AsMemory(0, end),
            Variables = end < input.Length ? input.AsMemory(end + 1) : default,
            Services = scope.ServiceProvider,
        });
        using var json = JsonDocument.Parse(Assert.IsAssignableFrom<OperationResult>(answer).ToJson(), new() { MaxDepth = 1000 });
        Assert.True(json.RootElement.TryGetProperty("data", out _) || json.RootElement.TryGetProperty("errors", out _));
        Assert.DoesNotContain("Unexpected Execution Error", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}
