namespace Investr.Conformance.Tests.Validation;

/// <summary>Documents that keep and break each rule, by schema. Where a rule is a table, so is its corpus.</summary>
internal static class ValidationCorpus
{
    public static IEnumerable<(string Schema, string Document)> Documents =>
    [
        .. Zoo.Select(document => (nameof(ValidationSchemas.Zoo), document)),
        .. Literals(),
        .. Positions(),
        .. Directives(),
        .. Spreads(),
        .. Merges(),
        .. Market.Select(document => (nameof(ValidationSchemas.Market), document)),
    ];

    private static IReadOnlyList<string> Zoo { get; } =
    [
        // §5.1 Documents
        "{ dog { name } }", "{ dog { name } } type Dog { a: Int }", "schema { query: Query } { dog { id } }", "extend type Dog { a: Int } query { dog { id } }", "directive @x on FIELD { dog { id } }",
        // §5.2 Operations
        "query A { dog { id } } query B { cat { id } }", "query A { dog { id } } query A { cat { id } }", "query A { dog { id } } mutation A { feed(pet: 1) { __typename } } subscription A { moved { id } }",
        "{ dog { id } } { cat { id } }", "{ dog { id } } query A { cat { id } }", "query A { dog { id } } fragment F on Dog { id } { dog { ...F } }", "{ dog { ...F } } fragment F on Dog { id }",
        "subscription { moved { id } }", "subscription S { moved { id } noise { volume } }", "subscription { moved { id } ...F } fragment F on Subscription { noise { volume } fed { __typename } }",
        "subscription { __typename }", "subscription S { ...F } fragment F on Subscription { __typename moved { id } }", "subscription { a: moved { id } b: moved { id } }", "subscription { moved { id } moved { legs } }",
        "subscription { ...F ...F } fragment F on Subscription { moved { id } }", "subscription { ...F } fragment F on Subscription { ...G } fragment G on Subscription { ...F moved { id } noise { volume } }",
        "subscription { ... on Subscription { moved { id } } ... { noise { volume } } }", "subscription { ... on Query { dog { id } } moved { id } }", "subscription { nothing }", "subscription { ...Missing }",
        "mutation { feed(pet: \"1\") { ... on Dog { id } } }", "mutation M { a: feed(pet: 1, amount: 2) { __typename } b: feed(pet: 2, amount: 2.5) { __typename } }",
        // §5.3.1 Field selections
        "{ dog { nam } }", "{ dog { unknown } }", "{ dogs { id } }", "{ pet { name } }", "{ pet { volume } }", "{ furry { volume } }", "{ nobody { age } }", "{ animal { volume } }", "{ animal { noise } }", "{ being { legs } }", "{ being { pets { __typename } } }", "{ loud { name } }", "{ loud { barks } }",
        "{ dog { noise { a } } }", "{ __typename dog { __typename } pet { __typename } being { __typename } }", "{ dog { __schema { types { name } } } }", "{ __type(name: \"Dog\") { name fields { nme } } }", "{ __schema { queryType { name } directives { name args { name } } } }", "{ __type { name } }", "{ __type(nam: \"x\") { name } }",
        "mutation { __schema { types { name } } }", "{ dog { ... on Dog { nope } ... on Person { nope } ... on Unknown { nope } } }", "{ dog { owner { ownr { deep } } } }", "{ lonely { self { self { other } } } }", "{ dog { bark } }", "{ dog { Name } }", "{ dog { eman } }", "{ dog { trick } cat { siz } }", "{ people { nam agee } }",
        "fragment F on Nothing { a { b } } { dog { ...F } }", "{ dog { id { a { b } } } }",
        // §5.3.3 Leaf field selections
        "{ dog }", "{ dog { name { first } } }", "{ dog { size { a } } }", "{ people }", "{ pet }", "{ animal dog }", "{ dog { tricks { a } friends } }", "{ dog { owner } cat { owner } }", "{ __typename { a } }",
        // §5.4 Arguments
        "{ dog { name(upper: true) } }", "{ dog { name(uper: true) } }", "{ dog { name(upper: true, upper: false) } }", "{ dog { name(x: 1, y: 2, x: 3, x: 4) } }", "{ person { id } }", "{ person(id: null) { id } }", "{ person(id: 1, age: 2) { id } }", "{ arguments { two } }", "{ arguments { two(first: 1) } }", "{ arguments { two(second: 1, first: 2) } }", "{ arguments { two(frist: 1, secnd: 2) } }",
        "{ arguments { intDefault intRequired } }", "{ dog { nope(a: 1, a: 2) } }", "{ dog { name(upper: true) @skip(if: true, if: false) } }", "{ dog { name @skip } }", "{ dog { name @skip(unless: true) } }", "{ dog { name @include(iff: true) } }", "{ dog { name @need } }", "{ dog { name @need(it: null) } }", "{ dog { name @need(it: 1, that: 2) } }", "{ animal(siz: LARGE) { id } }", "{ dog { barks(loud: true, at: {name: \"x\"}) } }", "{ dog { name @unknown(upper: 1) } }", "{ person(id: 1) @unknown(id: {a: 1}) { id } }",
        "{ arguments { many(aa: 1, bb: 2, cc: 3, dd: 4, e: 5) } }", "{ dog { owner { pets(kinds: BIG, limt: 1) { __typename } } } }",
        // §5.5.1 Fragment declarations
        "{ dog { ...F } } fragment F on Dog { id } fragment F on Dog { name }", "{ dog { ...F } } fragment F on Dgo { id }", "{ dog { ... on Dgo { id } ... on Catt { id } } }", "{ dog { ...F } } fragment F on Size { id }", "{ dog { ... on Anything { id } ... on Outer { id } ... on String { x } } }", "fragment F on Int { x } { dog { ...F } }",
        "{ dog { id } } fragment F on Dog { id }", "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { id } fragment C on Dog { ...D } fragment D on Dog { ...C }", "fragment A on Dog { id } fragment B on Cat { ...A }", "query ($a: Nope, $b: [Sise!], $c: Dog, $d: [Pet!]!, $e: Animal, $f: Outer) { dog { name(upper: $a) } }",
        // §5.5.2 Fragment spreads
        "{ dog { ...Missing } }", "{ ...Missing ...AlsoMissing dog { ...Missing } }", "{ dog { ...A } } fragment A on Dog { ...A }", "{ dog { ...A } } fragment A on Dog { owner { pets { ...A } } }", "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...A }",
        "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A ...B }", "{ dog { ...A ...B } } fragment A on Dog { ...C } fragment B on Dog { ...C } fragment C on Dog { ...A ...B ...Missing }", "{ dog { ...A } } fragment A on Dog { ... { ...A } ... on Dog { friends { ...A } } id }", "fragment A on Dog { ...B ...B } fragment B on Dog { ...A } { dog { ...A } }",
        "{ dog { ...A } } fragment A on Dog { friends { ... on Dog { ...B } } } fragment B on Dog { friends { ... on Dog { ...C } } } fragment C on Dog { friends { ... on Dog { ...D } } } fragment D on Dog { ...B }",
        // §5.8 Variables
        "query ($a: Int) { arguments { int(v: $a) } }", "query ($a: Int, $a: Int) { arguments { int(v: $a) } }", "query ($a: Int, $a: String, $b: Int, $a: ID) { arguments { int(v: $a) } }", "{ arguments { int(v: $a) } }", "query Q { arguments { int(v: $a) string(v: $b) } dog { name(upper: $a) } }", "query Q($a: Int) { dog { id } }", "query ($a: Int, $b: Int) { arguments { int(v: $b) } }",
        "query Q($a: Int) { ...F } fragment F on Query { arguments { int(v: $a) } }", "query Q { ...F } fragment F on Query { arguments { int(v: $a) } }", "query A($a: Int) { ...F } query B { ...F } query C($a: String) { ...F } fragment F on Query { ...G } fragment G on Query { arguments { int(v: $a) } }", "query ($a: Boolean!) { dog @skip(if: $a) { id } }", "query ($a: Boolean) { dog @skip(if: $a) { id } }", "query ($a: Boolean = true) { dog @include(if: $a) { id } }",
        "query ($a: Int = \"x\", $b: Int! = null, $c: Outer = {required: 1, x: 2}, $d: [Int] = 5, $e: Size = TINY) { arguments { int(v: $a) } }", "query ($x: Int) { arguments { outer(v: {required: true, nested: {x: $x}}) } }", "query ($x: Int!) { arguments { outer(v: {required: true, withDefault: $x, nested: {x: $x, y: [$x, 1]}}) } }", "query ($x: Int) { arguments { intList(v: [$x, 1, $y]) anything(v: {a: [$x]}) } }",
        "query ($x: Int) { arguments { choice(v: {a: $x}) } }", "query ($x: Int!) { arguments { choice(v: {a: $x}) } }", "query ($x: Int!, $y: String!) { arguments { choice(v: {a: $x, b: $y}) } }", "query ($x: Choice) { arguments { choice(v: $x) choiceRequired(v: $x) } }", "query ($v: [Int!]! @onVariable(with: [1])) { arguments { intListStrict(v: $v) } }", "query ($v: Int @onVariable(with: $v)) { arguments { int(v: $v) } }".Replace("with: $v", "with: \"x\"", StringComparison.Ordinal),
        "query ($p: Pet, $l: [Tank!]) { dog { id } }", "fragment F on Query { arguments { int(v: $q) } } query { dog { id } }", "query ($id: ID!) { person(id: $id) { ...P } } fragment P on Person { pets(limit: $id) { __typename } }",
        // §4 Introspection
        "{ __schema { types { fields { type { fields { name } } } } } }", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "{ __type(name: \"Dog\") { interfaces { possibleTypes { inputFields { name } } } } }", "{ __type(name: \"Dog\") { ...T } } fragment T on __Type { fields { type { ...T } } }", "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { interfaces { name } } } }", "{ __schema { types { ofType { ofType { ofType { name } } } } } a: __type(name: \"x\") { ...A ...B } } fragment A on __Type { interfaces { ...B } } fragment B on __Type { possibleTypes { name } }",
        // §2.3.1 Descriptions
        "\"d\" query Q(\"v\" $a: Int) { arguments { int(v: $a) } ...F } \"f\" fragment F on Query { dog { id } }", "\"d\" query Q { dogg { id } } \"d\" query Q { cat { id } } \"d\" fragment F on Query { dog { id } }",
    ];

    private static IReadOnlyList<string> Market { get; } =
    [
        "{ node(id: 1) { id ... on Share { sector } } }", "{ asset(key: {id: 1}) { ... on Listed { symbol } } }", "{ asset(key: {id: 1, symbol: \"A\"}) { __typename } }", "{ asset(key: {}) { __typename } }", "{ asset(key: {id: null}) { __typename } }", "{ asset(key: {name: 1}) { __typename } }", "{ asset { __typename } }", "{ asset(key: null) { __typename } }",
        "{ listed(symbols: \"A\", sorted: true) { symbol price { amount } } }", "{ listed(symbols: [\"A\", null, 1]) { sector } }", "{ orders(range: {from: 1, to: {a: 2}}, sides: [BUY, HOLD]) { id asset { symbol } } }", "{ priced { price(currency: GBP) { amount } id rooms } }", "{ orders { placed { at } asset side } }",
        "mutation { place(order: {asset: {symbol: \"A\"}, quantity: 5}) { id } }", "mutation { place(order: {asset: {symbol: \"A\"}}) { id } }", "mutation { place(order: {asset: {symbol: \"A\", id: 2}, quantity: \"5\", side: null, limit: {amount: 1}, notes: [1, null]}) { id } }", "mutation { place(order: {quantity: 5, quantity: 6, asset: {symbol: \"A\", symbol: \"B\"}}) { id } }", "mutation { place2(orders: {asset: {id: 1}, quantity: 1}) { id } cancel(id: 1.5) }",
        "mutation ($o: OrderInput!, $k: ID!, $q: Int) { place(order: $o) { id } b: place(order: {asset: {id: $k}, quantity: $q}) { id } }", "mutation ($k: ID) { place(order: {asset: {id: $k}, quantity: 1}) { id } }", "subscription { priceChanged { amount } }", "subscription S { a b }", "mutation { plac(order: 1) { id } }", "query Market { node(id: 1) { id } } query Trading { nod { id } }",
        "{ node(id: 1) { ... on Listed { symbol } ... on Priced { price { amount } } ... on Asset { __typename } ... on Money { amount } } }", "{ listed { ...F } } fragment F on House { rooms }", "{ priced { ...F ...G } } fragment F on Fund { holds { id } } fragment G on Order { id }", "{ node(id: 1) { symbol rooms side } }", "{ asset(key: {id: 1}) { id price symbol sector rooms } }", "{ priced { symbol holds } }",
        "{ a: node(id: 1) { id } a: node(id: 2) { id } }", "{ listed { ... on Share { x: symbol } ... on Fund { x: id } } }", "{ listed { ... on Share { x: symbol } ... on Fund { x: price { amount } } } }", "{ node(id: 1) { ... on Share { p: price { x: amount } } ... on House { p: price { x: currency } } } }", "{ node(id: 1) { ... on Share { p: price { x: amount } } ... on House { p: price(currency: USD) { x: amount } } } }",
    ];

    // §5.6 Every kind of literal at every kind of place.
    private static IEnumerable<(string Schema, string Document)> Literals()
    {
        string[] places =
        [
            "int", "intRequired", "intDefault", "float", "string", "stringRequired", "boolean", "id", "enum", "anything", "intList", "intListStrict", "matrix", "outer", "outerList", "choice",
        ];
        string[] literals =
        [
            "1", "-2147483648", "2147483648", "1.5", "1e3", "123456789012345678901234567890", "\"text\"", "\"SMALL\"", "\"\"\"block\"\"\"", "true", "null", "SMALL", "SMAL", "TINY", "[]", "[1, null, \"x\"]", "[[1], 2, [null]]", "[SMALL]", "{}",
            "{required: true}", "{required: null, withDefault: null, list: \"x\", nested: {x: 1.5, y: 2, z: {}}, id: 1.5, float: \"1\"}", "{requird: true, siz: 1, deep: [[{x: 1}], {y: [null]}, 5], size: SML, any: {a: [1, {b: C}]}, any: 1}",
            "{a: 1}", "{a: 1, b: \"x\"}", "{c: {x: 1}}", "{b: null}", "[{required: true}, {optional: 5}, 3]", "{x: 1, x: 2}",
        ];
        return from place in places from literal in literals select (nameof(ValidationSchemas.Zoo), $"{{ arguments {{ {place}(v: {literal}) }} }}");
    }

    // §5.8.5 Every kind of variable at every kind of place.
    private static IEnumerable<(string Schema, string Document)> Positions()
    {
        string[] places = ["int", "intRequired", "intDefault", "float", "string", "id", "enum", "anything", "intList", "intListStrict", "matrix", "outer", "choice", "choiceRequired"];
        string[] types = ["Int", "Int!", "Int = 1", "Int = null", "String", "String!", "[Int]", "[Int!]", "[Int!]!", "[[Int!]!]!", "Size = LARGE", "Outer", "Choice!", "Anything", "Float!", "ID", "Dog", "Unknown"];
        return from place in places from type in types select (nameof(ValidationSchemas.Zoo), $"query Q($v: {type}) {{ arguments {{ {place}(v: $v) }} }}");
    }

    // §5.7 Every directive at every place, once and twice.
    private static IEnumerable<(string Schema, string Document)> Directives()
    {
        string[] directives =
        [
            "@skip(if: true)", "@include(if: false)", "@mark", "@mark(name: \"x\", times: 2)", "@need(it: true)", "@onQuery", "@onMutation", "@onSubscription", "@onFragment", "@onVariable(with: 1)", "@onField", "@onSpread", "@onInline", "@deprecated", "@oneOf", "@unknown",
        ];
        Func<string, string>[] places =
        [
            directive => $"query ($a: Int {directive}) {{ arguments {{ int(v: $a) }} }}",
            directive => $"query {directive} {{ dog {{ id }} }}",
            directive => $"mutation {directive} {{ feed(pet: 1) {{ __typename }} }}",
            directive => $"subscription {directive} {{ moved {{ id }} }}",
            directive => $"{{ dog {directive} {{ id {directive} }} }}",
            directive => $"{{ dog {{ ...F {directive} ... on Dog {directive} {{ id }} ... {directive} {{ name }} }} }} fragment F on Dog {directive} {{ id }}",
            directive => $"{{ dog {{ id {directive} {directive} {directive} }} }}",
        ];
        return from directive in directives from place in places select (nameof(ValidationSchemas.Zoo), place(directive));
    }

    // §5.5.2.3 Every type inside every other.
    private static IEnumerable<(string Schema, string Document)> Spreads()
    {
        string[] parents = ["dog", "cat", "pet", "furry", "nobody", "animal", "being", "loud", "lonely", "tank"];
        string[] conditions = ["Dog", "Fish", "Person", "Pet", "Furry", "Nobody", "Animal", "Being", "Loud", "Lonely", "Tank", "Query", "Size"];
        return from parent in parents
               from condition in conditions
               from document in (string[])
               [
                   $"{{ {parent} {{ ... on {condition} {{ __typename }} }} }}",
                   $"{{ {parent} {{ ...F }} }} fragment F on {condition} {{ __typename }}",
               ]
               select (nameof(ValidationSchemas.Zoo), document);
    }

    // §5.3.2 Every pair of fields under one name, side by side and through fragments, below objects that can and cannot be the same.
    private static IEnumerable<(string Schema, string Document)> Merges()
    {
        string[] dogs = ["x: name", "x: name(upper: true)", "x: id", "x: legs", "x: volume", "x: noise", "x: tricks", "x: size", "x: owner { name }", "x: owner { name: id }", "x: friends { id }", "x: friends(first: 5) { id }", "x: unknown"];
        string[] cats = ["x: name", "x: name(upper: false)", "x: id", "x: legs", "x: meows", "x: tricks", "x: size", "x: owner { name }", "x: owner { name: age }", "x: friends { id: legs }"];
        foreach (var dog in dogs)
        {
            foreach (var other in dogs) yield return (nameof(ValidationSchemas.Zoo), $"{{ dog {{ {dog} ...F }} }} fragment F on Dog {{ {other} }}");
            foreach (var cat in cats)
            {
                yield return (nameof(ValidationSchemas.Zoo), $"{{ animal {{ ... on Dog {{ {dog} }} ... on Cat {{ {cat} }} }} }}");
                yield return (nameof(ValidationSchemas.Zoo), $"{{ animal {{ ...D ...C }} }} fragment D on Dog {{ {dog} }} fragment C on Animal {{ ... on Cat {{ {cat} }} }}");
            }
        }

        string[] others =
        [
            "{ dog { id } dog: cat { id } }", "{ dog { x: id } dog { x: name } dog { x: legs } }", "{ dog { owner { a: name } } dog { owner { a: age } } }", "{ dog { ...A ...B ...C } } fragment A on Dog { x: id } fragment B on Dog { x: name } fragment C on Dog { x: legs }",
            "{ a: dog { ...A } a: dog { ...B } } fragment A on Dog { owner { ...C } } fragment B on Dog { owner { ...D } } fragment C on Person { x: name } fragment D on Person { x: age y: id }", "{ dog { ...A } } fragment A on Dog { x: id ...B } fragment B on Dog { x: name ...A }", "{ pet { ...A ... on Fish { x: depth } } } fragment A on Being { x: name }", "{ dog { friends { ... on Dog { y: name } ... on Cat { y: legs } } } }",
            "{ arguments { a: many(a: 1, b: \"x\") a: many(b: \"x\", a: 1) } }", "{ arguments { a: many(c: {required: true, optional: \"x\"}) a: many(c: {optional: \"x\", required: true}) } }", "{ arguments { a: many(c: {required: true, optional: \"x\"}) a: many(c: {optional: \"\"\"x\"\"\", required: true}) } }", "{ arguments { a: many(d: [SMALL, LARGE]) a: many(d: [LARGE, SMALL]) } }", "{ arguments { a: int(v: 1) a: int(v: 1.0) a: int } }", "query ($a: Int, $b: Int) { arguments { a: int(v: $a) a: int(v: $b) b: int(v: $a) b: int(v: $a) } }", "{ arguments { a: int(v: 1, v: 2) a: int(v: 1, v: 2) } }",
            "{ dog { x: name @skip(if: true) x: name @include(if: true) } }", "{ __typename: dog { id } __typename }", "{ dog { id: __typename id } }", "{ lonely { x: self { self { y: __typename } } x: self { self { y: self { __typename } } } } }", "{ animal { x: name ... on Dog { x: noise } ... on Cat { x: noise } ... on Fish { x: name(upper: true) } } }",
        ];
        foreach (var document in others) yield return (nameof(ValidationSchemas.Zoo), document);
    }
}
