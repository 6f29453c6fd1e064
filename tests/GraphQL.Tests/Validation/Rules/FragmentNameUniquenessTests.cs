namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentNameUniquenessTests
{
    [Theory]
    [InlineData("{ asset { ...A ...B } } fragment A on Asset { price } fragment B on Asset { symbol }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { ...A } } fragment A on Asset { price } fragment A on Asset { symbol }", "There can be only one fragment named \"A\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
