namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests
{
    [Theory]
    [InlineData("{ portfolio(id: 1) { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: 1) { name } } type Extra { a: Int }", "The \"Extra\" definition is not executable.")]
    [InlineData("{ portfolio(id: 1) { name } } extend schema @tagged", "The schema definition is not executable.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
