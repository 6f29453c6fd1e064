namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests
{
    [Theory]
    [InlineData("{ portfolio(id: 1) { best { ... on Best { __typename } ... on Asset { price } ... on Fund { fee } } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { ... on Date { year } } }", "Fragment cannot condition on non composite type \"Date\".")]
    [InlineData("{ asset { ...F } } fragment F on Range { from }", "Fragment \"F\" cannot condition on non composite type \"Range\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
