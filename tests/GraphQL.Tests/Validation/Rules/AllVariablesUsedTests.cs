namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class AllVariablesUsedTests
{
    [Theory]
    [InlineData("query ($id: ID!) { ...F } fragment F on Query { portfolio(id: $id) { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query Q($id: ID!) { asset { price } }", "Variable \"$id\" is never used in operation \"Q\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
