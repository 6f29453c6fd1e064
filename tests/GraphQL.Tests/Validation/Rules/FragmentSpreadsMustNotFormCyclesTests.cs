namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadsMustNotFormCyclesTests
{
    [Theory]
    [InlineData("{ portfolio(id: 1) { ...A ...B } } fragment A on Portfolio { ...B } fragment B on Portfolio { name }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: 1) { ...A } } fragment A on Portfolio { parent { ...A } }", "Cannot spread fragment \"A\" within itself.")]
    [InlineData("{ portfolio(id: 1) { ...A } } fragment A on Portfolio { ...B } fragment B on Portfolio { parent { ...A } }", "Cannot spread fragment \"A\" within itself via \"B\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
