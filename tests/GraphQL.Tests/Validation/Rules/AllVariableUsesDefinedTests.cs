namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class AllVariableUsesDefinedTests
{
    [Theory]
    [InlineData("query ($id: ID!) { ...F } fragment F on Query { portfolio(id: $id) { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: $id) { name } }", "Variable \"$id\" is not defined.")]
    [InlineData("query Q { ...F } fragment F on Query { portfolio(id: $id) { name } }", "Variable \"$id\" is not defined by operation \"Q\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
