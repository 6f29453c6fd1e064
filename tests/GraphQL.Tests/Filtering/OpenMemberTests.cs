using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Filtering;

// What of a type can be asked: what it shows to everybody, as it is.
public sealed class OpenMemberTests
{
    public readonly record struct CrateId(int Value);

    public sealed record Owner(string Name);

    public sealed record Vault(string Code);

    public sealed record Crate(CrateId Id, string Label, int Weight, Owner? Owner, Vault Vault, CrateId? InsideOf);

    [ObjectType<Crate>]
    [Node]
    public static class CrateType
    {
        [NodeResolver]
        public static Crate? GetCrate(CrateId id) => null;

        public static string GetLabel([Parent] Crate crate) => crate.Label.ToUpperInvariant();
    }

    [ObjectType<Vault>]
    [Authorize]
    public static class VaultType;

    [QueryType]
    public static class CrateQueries
    {
        [UseFiltering]
        [UseSorting]
        public static Task<IEnumerable<Crate>> GetCratesAsync() => Task.FromResult<IEnumerable<Crate>>(
        [
            new(new(1), "tea", 20, new("Ann"), new("x"), InsideOf: null),
            new(new(2), "salt", 10, Owner: null, new("y"), InsideOf: new(1)),
        ]);
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(CrateType)).AddType(typeof(VaultType)).AddType(typeof(CrateQueries));
        return services.BuildServiceProvider();
    }

    private static async Task<Answer> Ask(string query)
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        return Answer.Of(result.ToJson());
    }

    [Fact]
    public void What_a_resolver_stands_for_and_what_is_protected_is_not()
    {
        var filter = (InputObjectType)Services().GetRequiredService<Schema>().FindType("CrateFilterInput")!;

        Assert.Equal("and or id weight owner insideOf", string.Join(' ', filter.Fields.Select(field => field.Name)));
        Assert.Equal("IdOperationFilterInput", filter.FindField("insideOf")!.Type.ToString());
    }

    // The id of crate 1 as its type's own field tells it.
    [Fact]
    public async Task Ids_are_asked_as_they_are_told()
    {
        var told = (await Ask("{ crates(where: { weight: { eq: 20 } }) { id } }")).Data;
        var id = told.Split('"')[^2];

        Assert.Equal("""{"crates":[{"weight":20}]}""", (await Ask($$"""{ crates(where: { id: { in: ["{{id}}"] } }) { weight } }""")).Data);
        Assert.Equal("""{"crates":[{"weight":10}]}""", (await Ask($$"""{ crates(where: { insideOf: { eq: "{{id}}" } }) { weight } }""")).Data);
        Assert.Equal(
            ["The ID \"nonsense\" is not valid for Crate."],
            (await Ask("""{ crates(where: { id: { eq: "nonsense" } }) { weight } }""")).Messages);
    }

    [Fact]
    public async Task What_comes_later_is_asked_as_well() => Assert.Equal(
        """{"crates":[{"weight":10},{"weight":20}]}""",
        (await Ask("{ crates(order: [{ owner: { name: ASC } }]) { weight } }")).Data);
}
