namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class IntrospectionDepthTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "Maximum introspection depth exceeded")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
