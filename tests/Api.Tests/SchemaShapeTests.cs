using System.Reflection;
using Investr.GraphQL.Language;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Investr.Api.Tests;

/// <summary>The shapes that the schema and its resolvers keep. Each check is run on a planted fault too, so that it is known to look.</summary>
public sealed class SchemaShapeTests
{
    private static readonly string[] OpenToAll = ["signUp", "signIn", "refreshTokens"];

    // Lists that are neither pages nor cut by an argument, and what bounds them.
    private static readonly Dictionary<string, string> Bounded = new()
    {
        ["Query.nodes"] = "one for each id given; a request has 4 MiB",
        ["Query.quotes"] = "one for each symbol given; 500",
        ["Query.watchlists"] = "50",
        ["Watchlist.assets"] = "500",
        ["Query.priceAlerts"] = "500",
        ["Query.providers"] = "those that are built in",
        ["Query.importFormats"] = "those that are built in",
        ["Asset.priceHistory"] = "10,000 points",
        ["Asset.constituents"] = "what the catalogue has of a fund",
        ["Asset.splits"] = "500",
        ["Asset.dividends"] = "one for each day on which it paid",
        ["Diversification.components"] = "the parts of the score",
        ["Diversification.dataIssues"] = "a few for each holding",
        ["FieldError.path"] = "the depth of an input",
        ["Holding.lots"] = "the purchases of one asset that are open",
        ["ImportError.rows"] = "the faults of one file; a file has 16 MiB and 100,000 rows",
        ["MarketDataRun.symbols"] = "those that were asked for; 1,000",
        ["Performance.dataIssues"] = "a few for each holding",
        ["Performance.series"] = "one for each day since the first entry",
        ["Portfolio.allocation"] = "one for each value of a dimension",
        ["Portfolio.cash"] = "one for each currency",
        ["Portfolio.history"] = "one for each day since the first entry",
        ["Portfolio.income"] = "one for each month since the first entry",
        ["Portfolio.members"] = "the people with whom the owner shares it; 100",
        ["Portfolio.realizedGains"] = "one for each sale and lot that it closed",
        ["ProviderStatus.limits"] = "one for each stretch of time that a provider counts by",
        ["RecordTransactionsPayload.transactions"] = "one for each transaction given; 1,000",
        ["UpsertAssetsPayload.assets"] = "one for each asset given",
        ["User.roles"] = "the roles there are",
        ["User.sessions"] = "the devices that are signed in; 100",
        ["ValidationError.fields"] = "the faults of one input",
        ["Valuation.dataIssues"] = "a few for each holding",
    };

    private static readonly DocumentNode Schema = Parser.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "src/Api/schema.graphql")), ParserLimits.Schema);

    [Fact]
    public void Every_mutation_asks_for_somebody_signed_in_but_those_that_sign_in() => Assert.Empty(OpenMutations(Schema).Except(OpenToAll));

    [Fact]
    public void An_open_mutation_is_found() =>
        Assert.Equal(["b"], OpenMutations(Parser.Parse("type Mutation { a: Int @authorize b: Int }")));

    [Fact]
    public void Every_list_is_a_page_or_has_a_known_bound()
    {
        var lists = UnboundedLists(Schema).ToArray();

        Assert.Empty(lists.Except(Bounded.Keys));
        Assert.Empty(Bounded.Keys.Except(lists));
    }

    [Fact]
    public void A_list_without_a_bound_is_found() => Assert.Equal(
        ["User.tags"],
        UnboundedLists(Parser.Parse("type User { tags: [Int!]! some(first: Int): [Int] } type TagsConnection { nodes: [Int] edges: [Int] } type XPayload { errors: [Int!] }")));

    [Fact]
    public void No_resolver_knows_how_anything_is_kept() =>
        Assert.Empty(typeof(Program).Assembly.GetTypes().SelectMany(KnowsStorage));

    [Fact]
    public void A_resolver_that_does_is_found() => Assert.Single(KnowsStorage(typeof(Planted)));

    private static IEnumerable<string> OpenMutations(DocumentNode schema) => FieldsOf(schema)
        .Where(field => field.Type == "Mutation" && field.Field.Directives.All(directive => directive.Name.Value != "authorize"))
        .Select(field => field.Field.Name.Value);

    private static IEnumerable<string> UnboundedLists(DocumentNode schema) => FieldsOf(schema)
        .Where(field => IsList(field.Field.Type)
            && field.Field.Arguments.All(argument => argument.Name.Value != "first")
            && !(field.Type.EndsWith("Connection", StringComparison.Ordinal) && field.Field.Name.Value is "edges" or "nodes")
            && !(field.Type.EndsWith("Payload", StringComparison.Ordinal) && field.Field.Name.Value == "errors"))
        .Select(field => $"{field.Type}.{field.Field.Name.Value}");

    private static IEnumerable<(string Type, FieldDefinitionNode Field)> FieldsOf(DocumentNode schema) =>
        schema.Definitions.OfType<ObjectTypeNode>().SelectMany(type => type.Fields.Select(field => (type.Name.Value, field)));

    private static bool IsList(TypeNode type) => type is ListTypeNode || (type is NonNullTypeNode required && required.Type is ListTypeNode);

    private static IEnumerable<string> KnowsStorage(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where type.Namespace != "Investr.Api.Hosting"
        from parameter in method.GetParameters()
        let asked = parameter.ParameterType
        where asked.Name.EndsWith("Repository", StringComparison.Ordinal) || typeof(DbContext).IsAssignableFrom(asked) || asked == typeof(HttpClient)
        select $"{type.Name}.{method.Name}({asked.Name})";

    private static class Planted
    {
        public static int Get(DbContext context) => context.GetHashCode();
    }
}
