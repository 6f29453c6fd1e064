using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class ResolverTests
{
    // "Account:" and the Guid's sixteen bytes, as base64.
    private const string SampleId = "QWNjb3VudDozIhEAVUR3ZoiZqrvM3e7/";

    private static readonly object Left = Missing.Value;

    private readonly ServiceProvider _services = BrokerageSchema.Services();

    private Schema Schema => _services.GetRequiredService<Schema>();

    private Task<object?> Ask(string coordinate, object? parent = null, object? message = null, params object?[] arguments)
    {
        var field = Field(coordinate);
        var converted = arguments.Zip(field.Arguments, (value, argument) => value == Left || argument.Convert is null ? value : argument.Convert(value));
        return new TestFrame(_services, parent, message, [.. converted]).Resolve(field);
    }

    private FieldDefinition Field(string coordinate) =>
        ((FieldsType)Schema.FindType(coordinate.Split('.')[0])!).FindField(coordinate.Split('.')[1])!;

    [Theory]
    [InlineData("Account.id", "\"" + SampleId + "\"")]
    [InlineData("Account.name", "\"Savings\"")]
    [InlineData("Account.basis", "\"FIFO\"")]
    [InlineData("Account.openedOn", "\"2020-01-02\"")]
    [InlineData("Account.held", "\"3.5\"")]
    [InlineData("Account.note", "\"none\"")]
    public async Task A_leaf_of_its_parent_alone_is_written_at_once(string coordinate, string json)
    {
        Assert.IsAssignableFrom<LeafResolver>(Field(coordinate).Resolver);
        Assert.Equal(json, await Ask(coordinate, AccountStore.Sample));
    }

    [Fact]
    public async Task The_members_of_a_struct_are_fields()
    {
        var money = await Ask("Account.balance", AccountStore.Sample);

        Assert.Equal("\"12.5\"", await Ask("Money.amount", money));
        Assert.Equal("\"USD\"", await Ask("Money.currency", money));
    }

    [Fact]
    public async Task A_method_takes_parent_services_and_arguments()
    {
        // 2 January 2020 to 17 May 2024: 366 + 365 + 365 + 365 days to 2 January 2024, then 29 + 29 + 31 + 30 + 17 = 136 more.
        Assert.Equal(1597, await Ask("Account.age", AccountStore.Sample, null, Left));
        Assert.Equal(16, await Ask("Account.age", AccountStore.Sample, null, new DateOnly(2024, 5, 1)));
    }

    [Fact]
    public async Task A_root_field_reads_a_global_id_and_gives_a_task()
    {
        Assert.Same(AccountStore.Sample, await Ask("Query.account", null, null, SampleId));
        Assert.Null(await Ask("Query.viewer"));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("QXNzZXQ6MyIRAFVEd2aIman7zN3u/w==")]
    [InlineData("QWNjb3VudDoz")]
    public void An_id_that_is_malformed_or_another_types_is_refused(string id)
    {
        var refused = Assert.Throws<GraphQLException>(() => Field("Query.account").Arguments[0].Convert!(id));

        Assert.Equal([(ErrorCodes.InvalidValue, $"The ID \"{id}\" is not valid for Account.")], refused.Errors.Select(error => (error.Code!, error.Message)));
    }

    [Fact]
    public void Where_the_option_is_set_such_an_id_is_one_that_nothing_has()
    {
        var schema = BrokerageSchema.Make(options => options.UnreadableIdsAreAbsent = true);

        Assert.Equal(default(AccountId), schema.Query!.FindField("account")!.Arguments[0].Convert!("not base64"));
    }

    [Fact]
    public async Task A_node_is_fetched_by_its_id_and_what_is_no_id_is_null()
    {
        Assert.Same(AccountStore.Sample, await Ask("Query.node", null, null, SampleId));
        Assert.Null(await Ask("Query.node", null, null, "nonsense"));
        Assert.Null(await Ask("Query.node", null, null, "QXNzZXQ6MyIRAFVEd2aIman7zN3u/w=="));
    }

    [Fact]
    public async Task A_connection_is_paged_as_it_is_asked_for()
    {
        var page = Assert.IsType<Connection<string>>(await Ask("Account.tags", AccountStore.Sample, null, 1, null, null, null));

        Assert.Equal(["a"], page.Nodes);
        Assert.Equal(2, page.TotalCount);
        Assert.True(page.PageInfo.HasNextPage);

        var next = Assert.IsType<Connection<string>>(await Ask("Account.tags", AccountStore.Sample, null, Left, page.PageInfo.EndCursor, Left, Left));
        Assert.Equal(["b"], next.Nodes);
        Assert.True(next.PageInfo.HasPreviousPage);
        Assert.Same(next.PageInfo, await Ask("TagsConnection.pageInfo", next));
        Assert.Equal("b", await Ask("TagsEdge.node", next.Edges[0]));
    }

    [Theory]
    [InlineData(4, null, "HC0051", "The maximum allowed items per page were exceeded: 4 asked for, 3 allowed.")]
    [InlineData(-1, null, "HC0001", "`first` must not be negative.")]
    [InlineData(null, -1, "HC0001", "`last` must not be negative.")]
    [InlineData(1, 1, "HC0001", "Only one of `first` and `last` can be given.")]
    public async Task A_page_that_cannot_be_is_refused(int? first, int? last, string code, string message)
    {
        var refused = await Assert.ThrowsAsync<GraphQLException>(() => Ask("Account.tags", AccountStore.Sample, null, first, null, last, null));

        Assert.Equal([(code, message)], refused.Errors.Select(error => (error.Code!, error.Message)));
    }

    [Fact]
    public async Task A_subscription_opens_its_stream_and_answers_each_event()
    {
        var field = Field("Subscription.onAccountRenamed");
        var frame = new TestFrame(_services, arguments: [field.Arguments[0].Convert!(new object?[] { "One", "Two" })]);

        var names = new List<string>();
        await foreach (var message in await field.Events!.SubscribeAsync(frame))
            names.Add(((Account)(await new TestFrame(_services, message: message).Resolve(field))!).Name);

        Assert.Equal(["One", "Two"], names);
    }

    [Fact]
    public void A_value_of_a_union_or_interface_finds_its_type()
    {
        var union = Schema.FindType("OpenAccountError")!;

        Assert.Equal("NameTakenError", Schema.ResolveType(union, new NameTakenException("x"))?.Name);
        Assert.Equal("TooSmallError", Schema.ResolveType(Schema.FindType("Error")!, new TooSmall("", "", 1))?.Name);
        Assert.Equal("Account", Schema.ResolveType(Schema.FindType("Node")!, AccountStore.Sample)?.Name);
        Assert.Null(Schema.ResolveType(union, "text"));
    }
}
