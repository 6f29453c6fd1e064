namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class IntrospectionAllowedTests
{
    private static readonly RequestOptions Hidden = new() { AllowIntrospection = false };

    [Fact]
    public void The_schema_is_told_where_that_is_allowed() => Assert.Empty(ExampleSchema.Errors("{ __schema { types { name } } }"));

    [Fact]
    public void A_hidden_schema_is_not_told()
    {
        var error = Assert.Single(ExampleSchema.Validate("{ __type(name: \"Share\") { name } }", Hidden));

        Assert.Equal("GraphQL introspection has been disabled, but the requested query contained the field \"__type\".", error.Message);
        Assert.Equal(ErrorCodes.IntrospectionNotAllowed, error.Code);
    }

    [Fact]
    public void A_type_s_name_is_always_told() => Assert.Empty(ExampleSchema.Errors("{ __typename asset { __typename } }", Hidden));

    [Theory]
    [InlineData("{ asset { pricee } }", "Cannot query field \"pricee\" on type \"Asset\".")]
    [InlineData("{ asset { sector } }", "Cannot query field \"sector\" on type \"Asset\".")]
    [InlineData("{ asset { ... on Shar { sector } } }", "Unknown type \"Shar\".")]
    [InlineData("{ history(sides: [BUYS]) }", "Value \"BUYS\" does not exist in \"Side\" enum.")]
    [InlineData("{ history(range: {from: 1, too: 2}) }", "Field \"too\" is not defined by type \"Range\".")]
    [InlineData("{ portfolio(id: 1, idd: 2) { name } }", "Unknown argument \"idd\" on field \"Query.portfolio\".")]
    public void A_hidden_schema_s_names_are_not_suggested(string document, string message) =>
        Assert.Equal([message], ExampleSchema.Errors(document, Hidden));
}
