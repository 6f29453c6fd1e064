namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests
{
    [Theory]
    [InlineData("query ($range: Range, $sides: [Side!]) { history(range: $range, sides: $sides) }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query ($asset: [Asset!]) { asset { price @tagged(name: $asset) } }", "Variable \"$asset\" cannot be non-input type \"[Asset!]\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Contains(message, ExampleSchema.Errors(document));
}
