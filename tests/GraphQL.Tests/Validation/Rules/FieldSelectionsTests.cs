namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FieldSelectionsTests
{
    [Theory]
    [InlineData("{ __typename asset { __typename ... on Share { sector } } __type(name: \"Share\") { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { pricee } }", "Cannot query field \"pricee\" on type \"Asset\". Did you mean \"price\"?")]
    [InlineData("{ asset { sector } }", "Cannot query field \"sector\" on type \"Asset\". Did you mean to use an inline fragment on \"Share\"?")]
    [InlineData("{ portfolio(id: 1) { best { price } } }", "Cannot query field \"price\" on type \"Best\". Did you mean to use an inline fragment on \"Asset\", \"Fund\", or \"Share\"?")]
    [InlineData("{ asset { __schema { types { name } } } }", "Cannot query field \"__schema\" on type \"Asset\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
