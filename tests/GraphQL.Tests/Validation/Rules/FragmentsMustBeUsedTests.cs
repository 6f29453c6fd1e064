namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsMustBeUsedTests
{
    [Theory]
    [InlineData("{ asset { ...A } } fragment A on Asset { ...B } fragment B on Asset { price }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { price } } fragment A on Asset { price }", "Fragment \"A\" is never used.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
