namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadIsPossibleTests
{
    [Theory]
    [InlineData("{ asset { ... on Best { ... on Asset { price } } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: 1) { ... on Share { sector } } }", "Fragment cannot be spread here as objects of type \"Portfolio\" can never be of type \"Share\".")]
    [InlineData("{ asset { ... on Share { ...F } } } fragment F on Fund { fee }", "Fragment \"F\" cannot be spread here as objects of type \"Share\" can never be of type \"Fund\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
