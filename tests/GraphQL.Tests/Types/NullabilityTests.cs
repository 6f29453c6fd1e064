using System.Collections.Immutable;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class NullabilityTests
{
    [QueryType]
    public static class Shapes
    {
        public static string Text() => "";

        public static string? TextOrNull() => null;

        public static int Number() => 1;

        public static int? NumberOrNull() => null;

        public static List<string> Texts() => [];

        public static IReadOnlyList<string?>? TextsOrNulls() => null;

        public static int?[] Numbers() => [];

        public static double[][] Matrix() => [];

        public static ImmutableArray<Guid> Ids() => [];

        public static Task<string?> LaterOrNull() => Task.FromResult<string?>(null);

        public static Task<IReadOnlyList<string?>> LaterTexts() => Task.FromResult<IReadOnlyList<string?>>([]);

        public static ValueTask<DateTimeOffset?> SoonOrNull() => default;

        public static int Given(string text, string? textOrNull, int? number, IReadOnlyList<string?> texts, string text2 = "x", bool flag = true) => 1;

#nullable disable
        public static string Oblivious() => null;
#nullable restore
    }

    private static readonly Schema Schema = Make();

    private static Schema Make()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Shapes));
        return services.BuildServiceProvider().GetRequiredService<Schema>();
    }

    [Theory]
    [InlineData("text", "String!")]
    [InlineData("textOrNull", "String")]
    [InlineData("number", "Int!")]
    [InlineData("numberOrNull", "Int")]
    [InlineData("texts", "[String!]!")]
    [InlineData("textsOrNulls", "[String]")]
    [InlineData("numbers", "[Int]!")]
    [InlineData("matrix", "[[Float!]!]!")]
    [InlineData("ids", "[UUID!]!")]
    [InlineData("laterOrNull", "String")]
    [InlineData("laterTexts", "[String]!")]
    [InlineData("soonOrNull", "DateTime")]
    [InlineData("oblivious", "String")]
    public void A_result_may_be_null_where_the_compiler_says_so(string field, string type) =>
        Assert.Equal(type, Schema.Query!.FindField(field)!.Type.ToString());

    [Theory]
    [InlineData("text", "String!", false)]
    [InlineData("textOrNull", "String", false)]
    [InlineData("number", "Int", false)]
    [InlineData("texts", "[String]!", false)]
    [InlineData("text2", "String!", true)]
    [InlineData("flag", "Boolean!", true)]
    public void So_may_an_argument_and_one_with_a_default_stays_non_null(string name, string type, bool hasDefault)
    {
        var argument = Schema.Query!.FindField("given")!.FindArgument(name)!;

        Assert.Equal((type, hasDefault), (argument.Type.ToString(), argument.DefaultValue is not null));
    }
}
