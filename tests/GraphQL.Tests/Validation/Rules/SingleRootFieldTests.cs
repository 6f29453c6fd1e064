namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class SingleRootFieldTests
{
    [Theory]
    [InlineData("subscription { prices { price } prices { symbol } }")]
    [InlineData("subscription { ...S } fragment S on Subscription { trades { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("subscription S { prices { price } trades { name } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription { ...S } fragment S on Subscription { prices { price } trades { name } }", "Anonymous Subscription must select only one top level field.")]
    [InlineData("subscription { __typename }", "Anonymous Subscription must not select an introspection top level field.")]
    [InlineData("subscription ($no: Boolean!) { trades @skip(if: $no) { name } }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
