using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Tests.Validation;

/// <summary>The schema that the rules' examples are written against.</summary>
internal static class ExampleSchema
{
    public static Schema Schema { get; } = SchemaFromSdl.Build("""
        directive @cached(seconds: Int!) on FIELD
        directive @tagged(name: String) repeatable on FIELD
        scalar Date
        enum Side { BUY SELL }
        interface Asset { symbol: String! price: Float }
        type Share implements Asset { symbol: String! price: Float sector: String quantity: Int similar(first: Int! = 3): [Asset!]! }
        type Fund implements Asset { symbol: String! price: Float fee: Float quantity: String holds: [Share!] }
        type Portfolio { name: String! holds(side: Side, on: Date): [Asset!]! best: Best parent: Portfolio }
        union Best = Share | Fund
        input Range { from: Date! to: Date steps: Int! = 10 days: [Int!] }
        input Key @oneOf { id: ID symbol: String }
        type Query { portfolio(id: ID!): Portfolio asset(key: Key): Asset history(range: Range, sides: [Side!]): [Float] }
        type Mutation { rename(id: ID!, name: String!): Portfolio }
        type Subscription { prices(symbols: [String!]): Asset trades: Portfolio }
        """);

    /// <summary>The messages of a document's errors.</summary>
    public static IReadOnlyList<string> Errors(string document, RequestOptions? options = null) =>
        [.. Validate(document, options).Select(error => error.Message)];

    /// <summary>A document's errors.</summary>
    public static IReadOnlyList<IError> Validate(string document, RequestOptions? options = null) =>
        DocumentValidator.Validate(Schema, Parser.Parse(document), options ?? new());
}
