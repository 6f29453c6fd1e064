using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Tests.Types;

public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("FOOBar", "fooBar")]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("FOO1Ar", "foo1Ar")]
    [InlineData("FOO_Ar", "foo_Ar")]
    [InlineData("ID", "id")]
    [InlineData("Id", "id")]
    [InlineData("already", "already")]
    public void A_member_loses_its_leading_capitals(string name, string expected) => Assert.Equal(expected, TypeNames.Member(name));

    [Theory]
    [InlineData("FooBar", "FOO_BAR")]
    [InlineData("ABCFoo", "ABC_FOO")]
    [InlineData("FIFO", "FIFO")]
    [InlineData("Foo_Bar", "FOO_BAR")]
    [InlineData("EndOfDay", "END_OF_DAY")]
    [InlineData("already_snake", "ALREADY_SNAKE")]
    public void An_enum_value_is_screaming_snake_case(string name, string expected) => Assert.Equal(expected, TypeNames.EnumValue(name));

    private static class Methods
    {
        public static Task<int> GetPriceAsync() => Task.FromResult(1);

        public static int GetAsync() => 1;

        public static int Get() => 1;

        public static IAsyncEnumerable<int> OnTickAsync() => AsyncEnumerable.Empty<int>();

        public static ValueTask<int> Getter() => new(1);
    }

    [Theory]
    [InlineData(nameof(Methods.GetPriceAsync), "price")]
    [InlineData(nameof(Methods.GetAsync), "async")]
    [InlineData(nameof(Methods.Get), "get")]
    [InlineData(nameof(Methods.OnTickAsync), "onTick")]
    [InlineData(nameof(Methods.Getter), "ter")]
    public void A_method_loses_get_and_where_it_is_asynchronous_async(string name, string expected) =>
        Assert.Equal(expected, TypeNames.Method(typeof(Methods).GetMethod(name)!));

    private sealed class PriceInput;

    [GraphQLName("StringFilter")]
    private sealed class TextFilter;

    private sealed class TooLateException : Exception;

    private sealed class StaleError;

    [Fact]
    public void Types_are_named_by_what_they_are_for()
    {
        Assert.Equal("KeyValuePairOfStringAndInt32", TypeNames.Type(typeof(KeyValuePair<string, int>)));
        Assert.Equal("PriceInput", TypeNames.Input(typeof(PriceInput)));
        Assert.Equal("StaleErrorInput", TypeNames.Input(typeof(StaleError)));
        Assert.Equal("StringFilter", TypeNames.Input(typeof(TextFilter)));
        Assert.Equal("TooLateError", TypeNames.Error(typeof(TooLateException)));
        Assert.Equal("StaleError", TypeNames.Error(typeof(StaleError)));
        Assert.Equal("StringFilter", TypeNames.Error(typeof(TextFilter)));
    }
}
