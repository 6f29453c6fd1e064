namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class LeafFieldSelectionsTests
{
    [Theory]
    [InlineData("{ asset { price } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { price { amount } } }", "Field \"price\" must not have a selection since type \"Float\" has no subfields.")]
    [InlineData("{ asset }", "Field \"asset\" of type \"Asset\" must have a selection of subfields. Did you mean \"asset { ... }\"?")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
