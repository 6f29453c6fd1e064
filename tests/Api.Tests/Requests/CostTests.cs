using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Investr.Api.Tests.Host;
using Investr.GraphQL;
using Investr.GraphQL.Language;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Requests;

public sealed partial class CostTests(TestApi api) : IClassFixture<TestApi>
{
    // The pages that a client of such a service has, each asking for all that it shows.
    private const string Pages = """
        query Dashboard {
          me { displayName baseCurrency netWorth { totalValue dayChange { amount ratio } dataIssues { code message asset { symbol } } } }
          portfolios(first: 20) {
            nodes {
              id name baseCurrency
              valuation { totalValue cash unrealizedGain { amount ratio } dayChange { amount ratio } }
              diversification { score }
            }
          }
        }
        query Portfolio($id: ID!) {
          portfolio(id: $id) {
            name version access owner { displayName } members { user { displayName email } }
            valuation { totalValue marketValue cash costBasis unrealizedGain { amount ratio } currencyGain { amount } dataIssues { code message asset { symbol } } }
            holdings(first: 100) {
              pageInfo { hasNextPage endCursor }
              nodes {
                id quantity averageCost weight price value { amount currency } costBasis { amount currency }
                unrealizedGain { amount ratio } dayChange { amount ratio }
                asset { symbol name class sector quote { price change changeRatio asOf freshness } }
              }
            }
            cash { amount currency }
            byClass: allocation(by: CLASS) { label weight }
            byCurrency: allocation(by: CURRENCY) { label weight }
            diversification { score components { name score contribution explanation } dataIssues { code message } }
          }
        }
        query Lots($id: ID!) { portfolio(id: $id) { holdings(first: 100) { nodes { asset { symbol } lots { openedOn quantity } } } } }
        query Performance($id: ID!) {
          portfolio(id: $id) {
            history { date value netContributions }
            performance { timeWeightedReturn moneyWeightedReturn volatility maxDrawdown { depth } series { date } }
            income { month }
            realizedGains { asset { symbol } closedOn gain { amount ratio } }
          }
        }
        query Ledger($id: ID!) {
          portfolio(id: $id) {
            transactions(first: 200) { totalCount pageInfo { hasNextPage endCursor } nodes { id asset { symbol name } quantity unitPrice recordedBy { displayName } supersedes { id } } }
          }
        }
        query Asset($id: ID!) { asset(id: $id) { symbol name quote { price } priceHistory { date close } constituents { name weight asset { symbol quote { price } } } } }
        query Catalogue { assets(first: 200) { nodes { symbol name class quote { price changeRatio } } } }
        query Search { searchAssets(term: "apple", first: 20) { symbol name quote { price } } }
        query Ticker($symbols: [String!]!) { quotes(symbols: $symbols) { price change asset { symbol name } } }
        query Sparklines($id: ID!) { portfolio(id: $id) { holdings(first: 30) { nodes { asset { symbol priceHistory { close } } } } } }
        query Users { users(first: 50) { nodes { displayName email roles } } }
        query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Asset { symbol quote { price } } ... on Portfolio { valuation { totalValue } } } }
        """;

    private static readonly Dictionary<string, object> Variables = new()
    {
        ["id"] = "UG9ydGZvbGlvOjE=", ["ids"] = new[] { "a", "b", "c" }, ["symbols"] = Enumerable.Repeat("AAPL", 100),
    };

    public static TheoryData<string, string> Operations
    {
        get
        {
            var operations = new TheoryData<string, string>();
            Add("pages", Pages);
            Add("first document", File.ReadAllText(Path.Combine(Repository.Folder, "src/Api/Hosting/FirstDocument.graphql")));
            foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "docs"), "*.md").Append(Path.Combine(Repository.Folder, "README.md")))
            {
                foreach (Match block in GraphQLBlocks().Matches(File.ReadAllText(page))) Add(Path.GetFileName(page), block.Groups[1].Value);
            }

            return operations;

            void Add(string source, string text)
            {
                foreach (var operation in Parser.Parse(text).Definitions.OfType<OperationDefinitionNode>())
                    operations.Add($"{source}: {operation.Name?.Value}", text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_clients_typically_ask_stays_far_below_the_limits(string name, string text)
    {
        var options = api.Services.GetRequiredService<RequestOptions>().Cost;
        var request = new OperationRequest
        {
            Query = Encoding.UTF8.GetBytes(text),
            OperationName = name.Split(": ")[1],
            Variables = JsonSerializer.SerializeToUtf8Bytes(Variables),
            Services = api.Services,
            Allowed = AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription,
            CostMode = CostMode.Validate,
        };

        using var result = await api.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request, TestContext.Current.CancellationToken);

        var answer = JsonElement.Parse(result.ToJson());
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var cost = answer.At("extensions.operationCost");
        Assert.InRange(cost.GetProperty("fieldCost").GetDouble(), 1, options.MaxFieldCost / 4);
        Assert.InRange(cost.GetProperty("typeCost").GetDouble(), 1, options.MaxTypeCost / 4);
    }

    [Fact]
    public async Task What_would_multiply_is_refused_before_it_runs()
    {
        var answer = await api.Nobody.AskAsync(
            "{ assets(first: 500) { nodes { priceHistory { close } constituents { asset { constituents { asset { symbol } } } } } } }");

        Assert.Equal(ErrorCodes.LimitExceeded, answer.Code());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex GraphQLBlocks();
}
