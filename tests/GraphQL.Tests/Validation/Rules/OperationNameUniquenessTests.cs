namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class OperationNameUniquenessTests
{
    [Theory]
    [InlineData("query A { asset { price } } query B { asset { price } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query A { asset { price } } mutation A { rename(id: 1, name: \"x\") { name } }", "There can be only one operation named \"A\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
