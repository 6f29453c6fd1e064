using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

// The schema's whole way through the real executor.
public sealed class BrokerageExecutionTests
{
    // ID stands for "Account:" and the sample's Guid, as base64.
    private static string Of(string text) => text.Replace("ID\"", "QWNjb3VudDozIhEAVUR3ZoiZqrvM3e7/\"", StringComparison.Ordinal);

    private static async Task<string> Ask(string query, string? variables = null, Action<SchemaOptions>? change = null)
    {
        await using var services = BrokerageSchema.Services(change);
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query, variables);
        return result.ToJson();
    }

    [Fact]
    public async Task An_object_is_read_by_its_id() => Assert.Equal(
        Of("""{"data":{"account":{"id":"ID","age":16,"balance":{"amount":"12.5","currency":"USD"},"tags":{"nodes":["a"],"totalCount":2,"pageInfo":{"hasNextPage":true,"endCursor":"MA=="}}}}}"""),
        await Ask(
            "query ($id: ID!) { account(id: $id) { id age(since: \"2024-05-01\") balance { amount currency } tags(first: 1) { nodes totalCount pageInfo { hasNextPage endCursor } } } }",
            Of("""{"id":"ID"}""")));

    [Fact]
    public async Task Nodes_come_in_the_order_asked_for_and_null_where_there_is_none() => Assert.Equal(
        """{"data":{"nodes":[{"__typename":"Account","name":"Savings"},null]}}""",
        await Ask(Of("""{ nodes(ids: ["ID", "nonsense"]) { __typename ... on Account { name } } }""")));

    [Fact]
    public async Task A_mutation_tells_its_result_or_its_errors()
    {
        const string Open = "mutation ($name: String!) { openAccount(input: { name: $name, others: [] }) { account { name } errors { __typename ... on Error { message code } ... on TooSmallError { least } } } }";

        Assert.Equal("""{"data":{"openAccount":{"account":{"name":"Rainy days"},"errors":null}}}""", await Ask(Open, """{"name":"Rainy days"}"""));
        Assert.Equal(
            """{"data":{"openAccount":{"account":null,"errors":[{"__typename":"NameTakenError","message":"Taken is taken.","code":"NAME_TAKEN"}]}}}""",
            await Ask(Open, """{"name":"Taken"}"""));
        Assert.Equal(
            """{"data":{"openAccount":{"account":null,"errors":[{"__typename":"TooSmallError","message":"Too small.","code":"TOO_SMALL","least":"1"}]}}}""",
            await Ask(Open, """{"name":"Small"}"""));
    }

    [Fact]
    public async Task Parameters_are_read_from_the_input_that_they_became() => Assert.Equal(
        Of("""{"data":{"closeAccount":{"closedAccountId":"ID","left":2}}}"""),
        await Ask(Of("""mutation { closeAccount(input: { accountId: "ID" }) { closedAccountId left } }""")));

    [Fact]
    public async Task An_unreadable_id_is_an_error_of_its_field_or_an_absent_one()
    {
        const string Read = "{ account(id: \"nonsense\") { name } }";

        Assert.Equal("""{"data":{"account":null}}""", await Ask(Read, change: options => options.UnreadableIdsAreAbsent = true));
        var refused = await Ask(Read);
        Assert.Contains("\"code\":\"HC0001\"", refused, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"account\"]", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_answers_for_itself() => Assert.Equal(
        """{"data":{"__type":{"kind":"ENUM","name":"CostBasis","enumValues":[{"name":"FIFO","description":"First in, first out."}]},"__schema":{"queryType":{"name":"Query"},"directives":[{"name":"authorize","isRepeatable":true},{"name":"cost","isRepeatable":false},{"name":"listSize","isRepeatable":false},{"name":"defer","isRepeatable":false},{"name":"stream","isRepeatable":false},{"name":"include","isRepeatable":false},{"name":"skip","isRepeatable":false},{"name":"deprecated","isRepeatable":false},{"name":"specifiedBy","isRepeatable":false},{"name":"oneOf","isRepeatable":false}]}}}""",
        await Ask("""{ __type(name: "CostBasis") { kind name enumValues { name description } } __schema { queryType { name } directives { name isRepeatable } } }"""));
}
