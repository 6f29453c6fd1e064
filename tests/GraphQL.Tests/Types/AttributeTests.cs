using System.ComponentModel;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class AttributeTests
{
    [InterfaceType]
    public interface IInstrument
    {
        /// <summary>As it is traded.</summary>
        string Symbol { get; }
    }

    [UnionType]
    public abstract class Holdable;

    [ObjectType]
    public sealed class Share : Holdable, IInstrument
    {
        /// <inheritdoc/>
        public string Symbol => "ACME";

        [GraphQLName("nominal")]
        [GraphQLDescription("What is printed on it.")]
        public double FaceValue => 1;

        [Obsolete("Ask the exchange.")]
        public string? Venue => null;

        [GraphQLType("CurrencyCode!")]
        public string Currency => "USD";

        [ID("Exchange")]
        public int ExchangeId => 7;

        public Task<int> GetRankAsync(IServiceProvider services) => Task.FromResult(services.GetHashCode());
    }

    public sealed class Cash : Holdable
    {
        public decimal Amount => 1;

        public decimal Hidden => 2;

        public decimal Secret => 3;
    }

    /// <summary>Money at hand.</summary>
    [ObjectType<Cash>(BindExplicitly = true, Include = [nameof(Cash.Amount), nameof(Cash.Secret)])]
    [Authorize]
    [GraphQLName("CashBalance")]
    public static class CashType;

    [ExtendObjectType<Cash>(IgnoreProperties = [nameof(Cash.Secret)])]
    public static class CashInWords
    {
        [AllowAnonymous]
        public static string InWords([Parent] Cash cash) => $"{cash.Amount}";
    }

    [ExtendObjectType("Query")]
    public static class MoreQueries
    {
        public static IInstrument? Instrument() => null;
    }

    [QueryType]
    public sealed class InstanceQueries(Clock clock)
    {
        [Authorize(Policy = "Traders")]
        public Holdable? First(
            [GraphQLName("on")] DateOnly? date, [DefaultValue(5)] int count, [DefaultValueSyntax("[ASCENDING]")] IReadOnlyList<ListSortDirection> order, [Argument] ClockSetting? extra) =>
            clock.Today == date && count > 0 && order.Count > 0 && extra is null ? new Share() : null;

        [GraphQLIgnore]
        public int Ignored() => 1;
    }

    [OneOf]
    public sealed record ClockSetting(string? Zone, int? Offset);

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Clock>();
        services.AddGraphQLServer().AddScalar(new CurrencyCodeType())
            .AddType<IInstrument>().AddType<Holdable>().AddType<Share>().AddType(typeof(CashType)).AddType(typeof(CashInWords))
            .AddType(typeof(MoreQueries)).AddType<InstanceQueries>()
            .ModifyOptions(options => options.EnableDefer = options.EnableStream = false);
        return services.BuildServiceProvider();
    }

    [Fact]
    public void Each_attribute_shows_in_the_schema() => Assert.Equal(
        """"
        """The caller must be signed in and meet what is named."""
        directive @authorize(
          """The policy that the caller must meet."""
          policy: String

          """Roles of which the caller must have one."""
          roles: [String!]
        ) repeatable on OBJECT | FIELD_DEFINITION

        """What each use costs."""
        directive @cost(
          """A decimal number."""
          weight: String!
        ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR

        type Query {
          first(on: LocalDate, count: Int! = 5, order: [ListSortDirection!]! = [ASCENDING], extra: ClockSettingInput): Holdable @authorize(policy: "Traders")
          instrument: IInstrument
        }

        """Money at hand."""
        type CashBalance @authorize {
          inWords: String!
          amount: Decimal!
        }

        input ClockSettingInput @oneOf {
          zone: String
          offset: Int
        }

        scalar CurrencyCode

        """An exact decimal number, up to 28 significant digits."""
        scalar Decimal

        union Holdable = Share | CashBalance

        interface IInstrument {
          """As it is traded."""
          symbol: String!
        }

        enum ListSortDirection {
          ASCENDING
          DESCENDING
        }

        """A calendar date, ISO 8601 (2026-11-22)."""
        scalar LocalDate

        type Share implements IInstrument {
          rank: Int! @cost(weight: "10")

          """As it is traded."""
          symbol: String!

          """What is printed on it."""
          nominal: Float!
          venue: String @deprecated(reason: "Ask the exchange.")
          currency: CurrencyCode!
          exchangeId: ID!
        }

        """",
        SchemaPrinter.Print(Services().GetRequiredService<Schema>()));

    [Fact]
    public void A_class_asks_for_its_fields_and_a_field_may_take_it_back()
    {
        var type = (ObjectType)Services().GetRequiredService<Schema>().FindType("CashBalance")!;

        Assert.Empty(type.FindField("inWords")!.Authorization);
        Assert.Equal([new AuthorizeRule(null, [])], type.FindField("amount")!.Authorization, (left, right) => left.Policy == right.Policy && left.Roles.SequenceEqual(right.Roles));
    }

    [Fact]
    public async Task A_class_that_is_not_static_is_made_once_from_the_services()
    {
        await using var services = Services();
        var field = services.GetRequiredService<Schema>().Query!.FindField("first")!;
        var frame = new TestFrame(services, null, null, new DateOnly(2024, 5, 17), 1, new[] { ListSortDirection.Ascending }, Missing.Value);

        Assert.IsType<Share>(await frame.Resolve(field));
    }

    [Fact]
    public async Task The_members_of_a_class_of_values_are_resolved_on_it()
    {
        await using var services = Services();
        var type = (ObjectType)services.GetRequiredService<Schema>().FindType("Share")!;

        Assert.Equal(services.GetHashCode(), await new TestFrame(services, new Share()).Resolve(type.FindField("rank")!));
        Assert.Equal("\"RXhjaGFuZ2U6Nw==\"", await new TestFrame(services, new Share()).Resolve(type.FindField("exchangeId")!));
        Assert.Equal("\"USD\"", await new TestFrame(services, new Share()).Resolve(type.FindField("currency")!));
    }
}
