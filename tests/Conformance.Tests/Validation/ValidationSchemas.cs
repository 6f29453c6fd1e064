namespace Investr.Conformance.Tests.Validation;

/// <summary>The schemas that documents are validated against.</summary>
/// <remarks>They define @deprecated as the specification of September 2025 does; graphql-js 16 still takes a null for its reason.</remarks>
internal static class ValidationSchemas
{
    /// <summary>Interfaces that implement interfaces, unions, and every kind of argument.</summary>
    public const string Zoo = """
        directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        directive @mark(name: String, times: Int! = 1) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @need(it: Boolean!) on FIELD | QUERY
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onFragment on FRAGMENT_DEFINITION
        directive @onVariable(with: [Int!]) on VARIABLE_DEFINITION
        directive @onField on FIELD
        directive @onSpread on FRAGMENT_SPREAD
        directive @onInline on INLINE_FRAGMENT

        scalar Anything
        enum Size { SMALL MEDIUM LARGE HUGE }
        enum Diet { PLANTS MEAT ALL }

        interface Being { name(upper: Boolean): String id: ID! }
        interface Animal implements Being { name(upper: Boolean): String id: ID! legs: Int! friends(first: Int = 3): [Animal!] }
        interface Loud { volume: Int noise: String }
        interface Lonely { self: Lonely }

        type Dog implements Being & Animal & Loud {
          name(upper: Boolean): String id: ID! legs: Int! friends(first: Int = 3): [Animal!]
          volume: Int noise: String barks(at: Cat2, loudly: Boolean! = true): Boolean! owner: Person tricks: [String!]! size: Size
        }
        type Cat implements Being & Animal & Loud {
          name(upper: Boolean): String id: ID! legs: Int! friends(first: Int = 3): [Animal!]
          volume: Int noise: String meows: Boolean owner: Person! tricks: [String] size: Size!
        }
        type Fish implements Being & Animal { name(upper: Boolean): String id: ID! legs: Int! friends(first: Int = 3): [Animal!] depth: Float tank: Tank }
        type Person implements Being { name(upper: Boolean): String id: ID! pets(kind: Size, limit: Int): [Pet] age: Int noise: Int }
        type Tank { fish: [Fish!]! volume: Float! size(unit: String! = "l"): Float }
        input Cat2 { name: String! age: Int }

        union Pet = Dog | Cat | Fish
        union Furry = Dog | Cat
        union Nobody = Tank | Person

        input Inner { x: Int! y: [Int!] = [1] z: Inner }
        input Outer { required: Boolean! withDefault: Int! = 5 optional: String list: [String] nested: Inner deep: [[Inner!]] size: Size any: Anything id: ID float: Float }
        input Choice @oneOf { a: Int b: String c: Inner d: [Int!] }

        type Arguments {
          int(v: Int): String
          intRequired(v: Int!): String
          intDefault(v: Int! = 7): String
          float(v: Float): String
          string(v: String): String
          stringRequired(v: String!): String
          boolean(v: Boolean): String
          id(v: ID): String
          enum(v: Size): String
          anything(v: Anything): String
          intList(v: [Int]): String
          intListStrict(v: [Int!]!): String
          matrix(v: [[Int]]): String
          outer(v: Outer): String
          outerList(v: [Outer!]): String
          choice(v: Choice): String
          choiceRequired(v: Choice!): String
          two(first: Int!, second: Int!): String
          many(a: Int, b: String = "x", c: Outer, d: [Size!]): String
        }

        type Query {
          dog: Dog
          cat: Cat
          pet(id: ID): Pet
          furry: Furry
          nobody: Nobody
          animal(size: Size = SMALL): Animal
          being: Being
          loud: Loud
          lonely: Lonely
          person(id: ID!): Person
          people: [Person!]!
          arguments: Arguments
          tank: Tank
        }
        type Mutation { feed(pet: ID!, amount: Float = 1.5): Pet adopt(input: Outer!): Person choose(choice: Choice!): Boolean }
        type Subscription { fed(pet: ID): Pet moved: Animal noise(over: Int = 3): Loud }
        """;

    /// <summary>A market, with other names for the roots and without subscriptions.</summary>
    public const string Market = """
        directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        schema { query: Market mutation: Trading }

        scalar Instant @specifiedBy(url: "https://example.org/instant")
        enum Currency { EUR USD CHF }
        enum Side { BUY SELL }

        interface Node { id: ID! }
        interface Priced { price(currency: Currency = EUR): Money }
        interface Listed implements Node & Priced { id: ID! price(currency: Currency = EUR): Money symbol: String! }

        type Money { amount: Float! currency: Currency! }
        type Share implements Node & Priced & Listed { id: ID! price(currency: Currency = EUR): Money symbol: String! sector: String }
        type Fund implements Node & Priced & Listed { id: ID! price(currency: Currency = EUR): Money symbol: String! holds(first: Int!): [Listed!]! }
        type House implements Node & Priced { id: ID! price(currency: Currency = EUR): Money rooms: Int }
        type Order implements Node { id: ID! side: Side! asset: Asset quantity: Int! placed: Instant }
        union Asset = Share | Fund | House

        input Range { from: Instant, to: Instant }
        input OrderInput { asset: AssetKey!, side: Side! = BUY, quantity: Int!, limit: MoneyInput, notes: [String!] }
        input MoneyInput { amount: Float!, currency: Currency! }
        input AssetKey @oneOf { id: ID, symbol: String }

        type Market {
          node(id: ID!): Node
          asset(key: AssetKey!): Asset
          listed(symbols: [String!], sorted: Boolean! = false): [Listed!]!
          orders(range: Range = {from: "2024"}, sides: [Side!] = [BUY, SELL]): [Order!]
          priced: Priced
        }
        type Trading { place(order: OrderInput!): Order place2(orders: [OrderInput!]!): [Order] cancel(id: ID!): Boolean! }
        """;

    /// <summary>The directives of incremental delivery.</summary>
    public const string Incremental = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string> { [nameof(Zoo)] = Zoo, [nameof(Market)] = Market };
}
