namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests
{
    [Theory]
    [InlineData("{ asset { ...A } } fragment A on Asset { price }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { price } } query B { asset { symbol } }", "This anonymous operation must be the only defined operation.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
