namespace Investr.Conformance.Tests.Oracle;

public sealed class ShrinkingTests
{
    [Fact]
    public async Task Only_what_the_fault_needs_is_left()
    {
        var least = await Shrinking.ShrinkAsync("query { a b(c: 1) { d } e }", text => Task.FromResult(text.Contains('b') && text.Contains('d')));

        Assert.Equal("bd", least);
    }
}
