using Investr.GraphQL.Mutations;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class MutationConventionTests
{
    private readonly ServiceProvider _services = BrokerageSchema.Services();

    private async Task<MutationPayload> Run(string name, object input) =>
        (MutationPayload)(await new TestFrame(_services, arguments: [input]).Resolve(Mutation.FindField(name)!))!;

    private ObjectType Mutation => _services.GetRequiredService<Schema>().Mutation!;

    private static OpenAccountInput Named(string name) => new(name, Currency.Usd, []);

    [Fact]
    public async Task The_result_is_a_field_of_the_payload_and_there_are_no_errors()
    {
        var payload = await Run("openAccount", Named("Rainy days"));

        Assert.Equal("Rainy days", ((Account)payload.Result!).Name);
        Assert.Null(payload.Errors);
    }

    [Fact]
    public async Task A_named_exception_is_an_error_of_the_payload()
    {
        var payload = await Run("openAccount", Named("Taken"));

        Assert.Null(payload.Result);
        Assert.IsType<NameTakenException>(Assert.Single(payload.Errors!));
    }

    [Fact]
    public async Task So_is_a_named_object_that_an_exception_carries() =>
        Assert.IsType<TooSmall>(Assert.Single((await Run("openAccount", Named("Small"))).Errors!));

    [Fact]
    public async Task An_exception_that_is_not_named_goes_its_way() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run("openAccount", Named("Odd")));

    [Fact]
    public async Task Parameters_become_the_input_and_a_spread_result_the_payloads_fields()
    {
        var payload = await Run("closeAccount", new object?[] { AccountStore.Sample.Id, null });
        var type = (ObjectType)Mutation.FindField("closeAccount")!.Type.Named;

        Assert.Equal(2, await new TestFrame(_services, payload).Resolve(type.FindField("left")!));
        Assert.Equal("QWNjb3VudDozIhEAVUR3ZoiZqrvM3e7/", await new TestFrame(_services, payload).Resolve(type.FindField("closedAccountId")!));
    }

    [Fact]
    public void An_input_is_made_from_its_fields_and_what_is_left_out_takes_its_default()
    {
        var input = (InputObjectType)Mutation.FindField("openAccount")!.Arguments[0].Type.Named;
        var ids = input.FindField("others")!.Convert!(new object?[] { "QWNjb3VudDozIhEAVUR3ZoiZqrvM3e7/" });

        var made = Assert.IsType<OpenAccountInput>(input.Create(["Savings", Currency.Usd, ids, Missing.Value]));

        Assert.Equal([AccountStore.Sample.Id], made.Others);
        Assert.Equal(0m, made.Deposit);
    }

    [Fact]
    public void An_optional_tells_null_from_left_out()
    {
        var filter = (InputObjectType)_services.GetRequiredService<Schema>().FindType("AccountFilterInput")!;
        var note = filter.FindField("note")!.Convert!;

        Assert.Equal(new(null, HasValue: true), ((AccountFilter)filter.Create([null, null, note(null)])).Note);
        Assert.False(((AccountFilter)filter.Create([null, null, Missing.Value])).Note.HasValue);
    }
}
