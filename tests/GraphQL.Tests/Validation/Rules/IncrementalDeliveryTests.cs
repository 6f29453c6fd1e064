using Investr.GraphQL.Language;
using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Tests.Validation.Rules;

/// <summary>The four rules of @defer and @stream.</summary>
public sealed class IncrementalDeliveryTests
{
    private static readonly Schema Schema = SchemaFromSdl.Build(IncrementalServer.Directives + """
        type Query { dog: Dog dogs: [Dog!]! names: [[String]] }
        type Mutation { feed: Dog all: [Dog] }
        type Subscription { fed: Dog all: [Dog] }
        type Dog { name: String friends: [Dog] }
        """);

    [Theory]
    [InlineData("{ ... @defer { dog { name } } dogs @stream { name } names @stream }")]
    [InlineData("mutation { feed { ... @defer { name friends @stream { name } } } }")]
    [InlineData("subscription($on: Boolean!) { fed { ... @defer(if: $on) { name } friends @stream(if: false) { name } } }")]
    [InlineData("subscription { fed { ... @include(if: false) @defer { name } } }")]
    [InlineData("{ dog { ... @defer(label: \"a\") { name } ... @defer(label: \"b\") { name } ... @defer(label: null) { name } } }")]
    public void What_keeps_the_rules_is_valid(string document) => Assert.Empty(Errors(document));

    [Theory]
    [InlineData("mutation { ... @defer { feed { name } } }", "Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("mutation { all @stream { name } }", "Stream directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("mutation { ...F } fragment F on Mutation { ... @defer { feed { name } } }", "Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("subscription { fed { ... @defer { name } } }", "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("subscription { fed { friends @stream { name } } }", "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.")]
    [InlineData("query($l: String) { dog { ... @defer(label: $l) { name } } }", "Argument \"@defer(label:)\" must be a static string.")]
    [InlineData("{ dog { ... @defer(label: \"a\") { name friends @stream(label: \"a\") { name } } } }", "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.")]
    [InlineData("{ dog { name @stream } }", "Directive \"@stream\" cannot be used on non-list field \"Dog.name\".")]
    [InlineData("{ dogs @stream { name } dogs { name } }", "Fields \"dogs\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.")]
    public void What_breaks_a_rule_is_told(string document, string message) => Assert.Equal([message], Errors(document));

    private static IEnumerable<string> Errors(string document) =>
        DocumentValidator.Validate(Schema, Parser.Parse(document), new()).Select(error => error.Message);
}
