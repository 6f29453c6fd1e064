using System.Text;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Tests.Types;

public sealed class GlobalIdTests
{
    private static readonly Guid Known = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static object? Read<T>(string text) => new GlobalIds().Of(typeof(T), "Book")!.Parse(Base64(text));

    [Fact]
    public void An_id_of_Hot_Chocolates_older_form_is_read()
    {
        Assert.Equal(7, Read<int>("Book\ni7"));
        Assert.Equal(7, Read<int>("Book\ns7"));
        Assert.Equal(5_000_000_000L, Read<long>("Book\nl5000000000"));
        Assert.Equal("abc", Read<string>("Book\ndabc"));
        Assert.Equal("", Read<string>("Book\nd"));
        Assert.Equal(Known, Read<Guid>($"Book\ng{Known:N}"));
        Assert.True(NodeId.TryRead(Base64($"Book\ng{Known:N}"), "Book", out var id) && id == Known);
    }

    [Theory]
    [InlineData("Book\n")]
    [InlineData("Book\nx7")]
    [InlineData("Book\ni")]
    [InlineData("Book\niseven")]
    [InlineData("Author\ni7")]
    [InlineData("\ni7")]
    public void What_is_no_older_id_of_the_type_is_none(string text) => Assert.Null(Read<int>(text));

    [Fact]
    public void An_id_is_written_in_the_present_form_alone()
    {
        var ids = new GlobalIds().Of(typeof(int), "Book")!;

        Assert.Equal(Base64("Book:7"), ids.Format(7));
        Assert.Equal(7, ids.Parse(ids.Format(7)));
        Assert.Equal("a\nb", Read<string>("Book:a\nb"));
    }
}
