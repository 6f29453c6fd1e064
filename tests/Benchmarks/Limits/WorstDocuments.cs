namespace Investr.Benchmarks.Limits;

/// <summary>A document made to cost as much as it can before a limit ends it.</summary>
internal sealed record WorstDocument(string Limit, string Query, string? Variables = null);

/// <summary>The worst documents that we know, for each limit one or more.</summary>
internal static class WorstDocuments
{
    public static IReadOnlyList<WorstDocument> All { get; } =
    [
        new("tokens", $"{{ hello(a: [{Many(10_000, _ => "1 ")}]) }}"),
        new("tokens, of the longest strings", $"{{ hello(a: [{Many(9_999, _ => $"\"{new string('x', 380)}\" ")} 1]) }}"),
        new("fields", $"{{ {Many(2_049, i => $"f{i} ")} }}"),
        new("nesting of the text", $"{{ hello(a: {new string('[', 201)}"),
        new("directives at one place", $"{{ hello {Many(5, _ => "@skip(if: true) ")} }}"),
        new("depth", $"{{ {Many(100, _ => "a { ")} b {new string('}', 101)}"),
        new("aliases", $"{{ {Many(2_048, i => $"a{i}: hello ")} }}"),
        new("fragment spreads: each spreads the next twice", Fragments(30, i => $"...F{i + 1} ...F{i + 1}")),
        new("fragment spreads: a chain", Fragments(900, i => $"...F{i + 1}")),
        new("fragment spreads: rings", Fragments(99, i => $"a: portfolio(id: 1) {{ id }} ...F{(i + 1) % 100} ...F{(i + 7) % 100}")),
        new("introspection depth", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
        new("validation errors: unknown fields", $"{{ {Many(2_000, i => $"helo{i} ")} }}"),
        new("validation errors: long unknown names", $"{{ {Many(100, i => $"portfoli{new string('o', 12)}{i}(identifier: 1) ")} }}"),
        new("validation errors: unknown arguments", $"{{ portfolio({Many(2_000, i => $"id{i}: 1 ")}) {{ id }} }}"),
        new("merging: fields that all conflict", $"{{ {Many(900, i => $"portfolio(id: {i}) {{ id }} ")} }}"),
        new("merging: one that conflicts with many that do not", $"{{ {Many(900, _ => "portfolio(id: 1) { id } ")} portfolio(id: 2) {{ id }} }}"),
        new("merging: conflicts below", $"{{ {Many(40, i => $"portfolio(id: 1) {{ {Many(20, j => $"holdings(n: {(i * 20) + j}) {{ value }} ")} }} ")} }}"),
        new("merging: fragments that meet", $"{{ {Many(60, i => $"...M{i} ")} }} {Many(60, i => $"fragment M{i} on Query {{ {Many(15, _ => "portfolio(id: 1) { id } ")} }} ")} fragment M60 on Query {{ portfolio(id: 2) {{ id }} ...M0 }}"),
        new("cost", $"{{ {Many(100, i => $"q{i}: quotes {{ id symbol price }} ")} quotes {{ id symbol price }} }}"),
        new("variables: faults", Page, $$"""{"id":[{{Many(200_000, _ => "{},")}}1]}"""),
        new("variables: values", Page, $$"""{"id":[{{Many(1_000_000, _ => "1,")}}1]}"""),
        new("variables: nesting", Page, $$"""{"id":{{new string('[', 60)}}1{{new string(']', 60)}}}"""),
        new("variables: declared", $"query ({Many(2_000, i => $"$v{i}: Int ")}) {{ hello }}"),
    ];

    private const string Page = "query ($id: ID!) { portfolio(id: $id) { id } }";

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Fragments(int count, Func<int, string> body) =>
        $"{{ ...F0 }} {Many(count, i => $"fragment F{i} on Query {{ {body(i)} }} ")} fragment F{count} on Query {{ hello }}";
}
