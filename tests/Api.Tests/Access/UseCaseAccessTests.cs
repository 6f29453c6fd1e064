using System.Reflection;
using System.Text.Json;
using Investr.Application;
using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using Investr.GraphQL.Language;
using Investr.TestKit;
using MediatR;

namespace Investr.Api.Tests.Access;

/// <summary>No use case forgets to ask who may: the pipeline asks, or the handler looks at the viewer, or the schema asks for a role.</summary>
public sealed class UseCaseAccessTests
{
    // Use cases for everybody, and why.
    private static readonly Dictionary<string, string> Open = new()
    {
        ["SignUp"] = "begins an account",
        ["SignIn"] = "proves who it is by a password",
        ["RefreshTokens"] = "proves who it is by a token",
        ["ListImportFormats"] = "is the same for all",
    };

    // Use cases whose root field asks for a role but has another name.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["ListUsers"] = "users",
        ["ListAuditEntries"] = "auditLog",
        ["ListMarketDataRuns"] = "marketDataRuns",
        ["ListProviders"] = "providers",
    };

    private static readonly FieldDefinitionNode[] ForARole =
    [
        .. Parser.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "src/Api/schema.graphql")), ParserLimits.Schema)
            .Definitions.OfType<ObjectTypeNode>()
            .Where(type => type.Name.Value is "Query" or "Mutation")
            .SelectMany(type => type.Fields)
            .Where(field => field.Directives.Any(directive => directive.Name.Value == "authorize" && directive.Arguments.Count > 0)),
    ];

    [Fact]
    public void Every_use_case_asks_who_may()
    {
        var asked = Requests().Where(request => !IsAsked(request)).Select(request => request.Name).ToArray();

        Assert.Empty(asked.Except(Open.Keys));
        Assert.Empty(Open.Keys.Except(asked));
    }

    [Fact]
    public void Whoever_names_a_portfolio_or_an_entry_passes_the_check_of_its_access() =>
        Assert.Empty(Requests().Where(NamesWithoutAccess).Select(request => request.Name));

    [Fact]
    public void Requests_that_escape_are_found()
    {
        Assert.False(IsAsked(typeof(Planted)));
        Assert.True(NamesWithoutAccess(typeof(Planted)));
    }

    private static IEnumerable<Type> Requests() =>
        typeof(IUnitOfWork).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(IBaseRequest).IsAssignableFrom(type));

    private static bool IsAsked(Type request) =>
        typeof(IPortfolioRequest).IsAssignableFrom(request)
        || NeedsOf(request).Any(need => need == typeof(IViewer) || need.Name == "EntryAccess")
        || ForARole.Any(field => field.Name.Value == (Fields.GetValueOrDefault(request.Name) ?? JsonNamingPolicy.CamelCase.ConvertName(request.Name)));

    private static bool NamesWithoutAccess(Type request) => request.GetProperties().Any(property =>
        (property.PropertyType == typeof(PortfolioId) && !typeof(IPortfolioRequest).IsAssignableFrom(request))
        || (property.PropertyType == typeof(TransactionId) && NeedsOf(request).All(need => need.Name != "EntryAccess")));

    // What the handler of a request is made with.
    private static IEnumerable<Type> NeedsOf(Type request) =>
        from handler in typeof(IUnitOfWork).Assembly.GetTypes()
        where handler.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && face.GetGenericArguments()[0] == request)
        from constructor in handler.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
        from parameter in constructor.GetParameters()
        select parameter.ParameterType;

    private sealed record Planted(PortfolioId Portfolio, TransactionId Entry) : IRequest<int>;
}
