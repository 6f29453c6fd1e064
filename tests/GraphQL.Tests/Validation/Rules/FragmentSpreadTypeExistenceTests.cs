namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadTypeExistenceTests
{
    [Theory]
    [InlineData("{ asset { ... on Share { sector } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { ... on Shar { sector } } }", "Unknown type \"Shar\". Did you mean \"Share\"?")]
    [InlineData("query ($on: Dates) { portfolio(id: 1) { holds(on: $on) { price } } }", "Unknown type \"Dates\". Did you mean \"Date\"?")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
