namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FieldSelectionMergingTests
{
    [Theory]
    [InlineData("{ asset { price price } asset { price symbol } }")]
    [InlineData("{ asset { ... on Share { x: sector } ... on Fund { y: symbol } } }")]
    [InlineData("{ portfolio(id: 1) { holds(side: BUY) { price } holds(side: BUY) { symbol } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { x: price x: symbol } }", "Fields \"x\" conflict because \"price\" and \"symbol\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ portfolio(id: 1) { holds(side: BUY) { price } holds { price } } }", "Fields \"holds\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ asset { ... on Share { quantity } ... on Fund { quantity } } }", "Fields \"quantity\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ asset { x: price } asset { ...A } } fragment A on Asset { x: symbol }", "Fields \"asset\" conflict because subfields \"x\" conflict because \"price\" and \"symbol\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
