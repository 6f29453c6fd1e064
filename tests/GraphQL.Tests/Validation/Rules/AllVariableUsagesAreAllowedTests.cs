namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class AllVariableUsagesAreAllowedTests
{
    [Theory]
    [InlineData("query ($id: ID!, $first: Int = 2) { portfolio(id: $id) { best { ... on Share { similar(first: $first) { price } } } } }")]
    [InlineData("query ($first: Int) { asset { ... on Share { similar(first: $first) { price } } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query ($id: ID) { portfolio(id: $id) { name } }", "Variable \"$id\" of type \"ID\" used in position expecting type \"ID!\".")]
    [InlineData("query ($sides: [Side]) { history(sides: $sides) }", "Variable \"$sides\" of type \"[Side]\" used in position expecting type \"[Side!]\".")]
    [InlineData("query ($id: ID) { asset(key: {id: $id}) { price } }", "Variable \"$id\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
