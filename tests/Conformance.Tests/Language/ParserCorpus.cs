namespace Investr.Conformance.Tests.Language;

/// <summary>Documents that use every part of the grammar; mutations of them probe its edges.</summary>
internal static class ParserCorpus
{
    private const string Executable = """"
        # All that an operation can say.
        query Overview($id: ID!, $currency: Currency = EUR, $ids: [[Int!]]! = [[1, -2], []] @tracked(by: "me") "why" $flag: Boolean = true) @live(every: 5) {
          mine: portfolio(id: $id, filter: {assets: ["ACME", "B\u0041R"], minimum: -1.5e+3, nested: {deep: [null, true, false, FREE]}}) @include(if: $flag) {
            id, name
            ... on Growth @skip(if: false) { rate(precision: 0.001) }
            ...Holdings @onSpread(x: [1 2 3])
            ... @include(if: $flag) { total { amount currency } }
            ... { __typename }
          }
          node(id: """
            Block strings keep their quotes: \""" and "these",
              and their indentation
                but not what is common,

            with a blank line.
          """) { id }
        }

        """
        Writes.
        """
        mutation Trade($input: TradeInput! = {asset: "ACME", quantity: 10, limit: null}) {
          trade(input: $input) { ... on Trade { price } ... on Refusal { code(of: $input) } }
        }

        "Follows prices"
        subscription Prices("which" $assets: [ID!]! @unique) { prices(assets: $assets) { at value } }

        "Shared" fragment Holdings on Portfolio @cached(for: "1h") { holdings(first: 10, after: "", order: [{name: ASC}, {value: DESC}]) { edges { node { asset quantity } } } }

        { anonymous(very: "long argument number one", second: "long argument number two", third: "long argument three") { on fragment query: type } }
        """";

    private const string TypeSystem = """"
        """The schema's description, "quoted"."""
        schema @link(url: "x") { query: Query mutation: Mutation subscription: Subscription }
        extend schema @late
        extend schema @later { mutation: Other }

        "An instant" scalar Instant @specifiedBy(url: "https://example.org/instant")
        scalar Bare
        extend scalar Bare @ext(a: 1)

        """
        A type
          with indentation
        """
        type Query implements Node & Named @key(fields: "id") {
          "The id" id: ID! @deprecated(reason: "no \"longer\" \u{1F600}")
          name(
            "first argument" first: Int = 10 @max(value: 100)
            after: String = "a\tb"
          ): [String!]! @cost(weight: "1")
          one(a: Int, b: [Int] = [1, 2]): Query
        }
        type Empty
        type Lists implements & A & B
        extend type Query implements Third
        extend type Query @more
        extend type Query { added(at: Instant = "now"): [[Int!]!] }

        interface Node implements Base @i { id: ID! }
        interface Bare2
        extend interface Node { more: Int }
        extend interface Node implements X & Y
        extend interface Node @d

        union Result @u = | Trade | Refusal
        union None
        extend union Result = Other | Another
        extend union Result @v

        enum Currency @e { "Euro" EUR @deprecated USD
          """
          Swiss francs
          """
          CHF @a(b: C) }
        enum Hollow
        extend enum Currency { GBP }
        extend enum Currency @f

        input TradeInput @oneOf { asset: ID! = "x" @lower, quantity: Decimal = 1.0e10, nested: [TradeInput!] = [{asset: "y"}] }
        input Blank
        extend input TradeInput { limit: Float }
        extend input TradeInput @g

        "Marks" directive @cached("How long" for: String! = "1h", scope: Scope = PUBLIC @x) repeatable on | FIELD | FRAGMENT_DEFINITION | QUERY
        directive @plain on OBJECT
        directive @many(
          """
          multi
          """
          a: Int
        ) on
          | QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
          | SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        """";

    /// <summary>The corpus: two long documents and many short ones, some of them refused.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        Executable,
        TypeSystem,
        "{a}",
        "query { a }",
        "query Q { a }",
        "mutation M @d { a }",
        "\uFEFF{ a,, b }\r\n# end",
        "{ a(b: \"\") c(d: \"\"\"\"\"\") }",
        "{ a(b: \"\\u00e9\\uD83D\\uDE00\\u{1F600}é😀\") }",
        "{ a(b: \"\"\"\\\"\"\" \\n 😀\"\"\") }",
        "{ a(b: \"\"\"\r  x\r\n   y\n\tz\"\"\") }",
        "{ a(b: 0, c: -0, d: 0.0, e: 1e5, f: -1.25E-3, g: 123456789012345678901234567890) }",
        "{ a(b: {}, c: [], d: [[]], e: {f: {}}) }",
        "{ a(b: $c, d: [$e, {f: $g}]) }",
        "query ($a: Int = 1, $b: [Int] = [1], $c: In = {d: \"e\"}) { f }",
        "query (\"about\" $a: Int) { f }",
        "fragment F on T { a } { ...F }",
        "{ ... { a } ... @d { b } ... on T { c } ...F @e }",
        "{ on: fragment fragment: on true: false null: null type: query }",
        "{ veryLongFieldName(withAnArgument: \"of considerable length\", andAnother: \"which is just as long as that\") { id } }",
        "{ f(text: \"\"\"\n  one\n    two\n\"\"\", other: \"\"\"three \\ \"\"\", last: \"\"\"four\"\"\") }",
        "\"d\" query { a } \"\"\"e\"\"\" fragment F on T { a }",
        "type A { b(c: Int): D }",
        "\"\"\"\"quoted\" start\"\"\" type A",
        "type A implements B & C @d { e: F! }",
        "enum E { A B @c D }",
        "input I { a: [B!]! = [] @c }",
        "directive @a(b: C = D) repeatable on FIELD | QUERY",
        "extend type A @b extend union U = C",
        "schema { query: Q } extend schema { mutation: M }",
        // Refused, each in its own way.
        "", " ", "{", "}", "{}", "{ a(", "{ a() }", "{ a: }", "{ a(b: ) }", "{ a(b: $) }", "{ ...on }", "{ ... on }", "{ ...F on T }",
        "query", "query Q", "query ()", "query ($a) { b }", "query ($a: Int = $b) { c }", "query ($a: Int = {b: [$]}) { c }", "notAnOperation { a }",
        "fragment on on T { a }", "fragment F { a }", "fragment F T { a }", "fragment \"on\" on T { a }", "subscribe { a }", "\"d\" { a }", "\"d\" extend type A @b", "\"d\" x", "\"d\"",
        "{ a(b: 01) }", "{ a(b: 1.) }", "{ a(b: 1e) }", "{ a(b: .5) }", "{ a(b: 1x) }", "{ a(b: 1_0) }", "{ a(b: -) }", "{ a(b: 1.2.3) }", "{ a(b: 0xF) }", "{ a(b: +1) }",
        "{ a(b: \"x) }", "{ a(b: \"x\ny\") }", "{ a(b: \"\\x\") }", "{ a(b: \"\\u12\") }", "{ a(b: \"\\uD800\") }", "{ a(b: \"\\uDC00\\uD800\") }", "{ a(b: \"\\u{}\") }",
        "{ a(b: \"\\u{110000}\") }", "{ a(b: \"\\u{D800}\") }", "{ a(b: \"\\u{FFFFFFFFF}\") }", "{ a(b: \"\\u{12\") }", "{ a(b: \"\"\"x\"\") }", "{ a(b: 'x') }", "{ a..b }", "{ a. }", "{ ~ }", "{ é }", "{ 😀 }", "{ a } \u0000", "{ a # \u0007 }",
        "type A { }", "type A { b }", "type A { b: }", "type A { b: [C }", "type A implements { b: C }", "enum E { true }", "enum E { \"d\" null }", "enum E { \"true\" }", "extend", "extend x", "extend type A", "extend scalar A",
        "extend schema", "extend union U", "extend enum E", "extend input I", "extend interface I", "extend directive @a on FIELD", "union U = ", "union U = | ", "directive @a", "directive @a on", "directive @a on FIELDS", "directive a on FIELD", "schema { }", "schema", "schema { x: Y }", "input I { a: B = $c }",
    ];
}
