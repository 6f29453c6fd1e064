using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;

namespace Investr.Architecture.Tests;

/// <summary>The shapes that the house's rules ask for. Each is a function from types to faults, so that a planted fault can show that it looks.</summary>
public sealed class Shapes
{
    private static readonly Assembly Domain = Assembly.Load("Investr.Domain");
    private static readonly Assembly Application = Assembly.Load("Investr.Application");
    private static readonly Assembly[] Ours =
        [.. new[] { "Domain", "DataLoader", "Application", "GraphQL", "GraphQL.AspNetCore", "GraphQL.PostgreSql", "Infrastructure", "Api" }.Select(name => Assembly.Load("Investr." + name))];

    private static readonly string[] Looks =
        ["Allocate", "Analyze", "Export", "Get", "List", "Measure", "Optimize", "Plan", "Read", "Reckon", "Search", "Watch"];

    [Fact]
    public void Nothing_in_the_domain_is_set_from_outside() => Assert.Empty(TypesOf(Domain).SelectMany(PublicSetters));

    [Fact]
    public void A_public_setter_is_found() => Assert.NotEmpty(PublicSetters(typeof(PlantedSetter)));

    [Fact]
    public void Nothing_in_the_domain_waits_or_keeps_static_state() => Assert.Empty(TypesOf(Domain).SelectMany(WaitsAndStatics));

    [Fact]
    public void A_task_and_a_static_field_are_found() => Assert.Equal(2, WaitsAndStatics(typeof(PlantedState)).Count());

    [Fact]
    public void Every_class_is_sealed_abstract_or_static() =>
        Assert.Empty(Ours.SelectMany(TypesOf).Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !HasDescendants(type)).Select(type => type.FullName));

    [Fact]
    public void Every_handler_is_internal() =>
        Assert.Empty(TypesOf(Application).Where(type => type.IsPublic && Handles(type)).Select(type => type.FullName));

    [Fact]
    public void Every_request_for_a_portfolio_says_what_access_it_needs() => Assert.Empty(TypesOf(Application).Where(EscapesAccess).Select(type => type.FullName));

    [Fact]
    public void A_request_that_escapes_the_check_is_found() => Assert.True(EscapesAccess(typeof(PlantedRequest)));

    [Fact]
    public void Every_request_that_changes_something_is_told_in_the_audit_log() =>
        Assert.Empty(TypesOf(Application).Where(EscapesAudit).Select(type => type.FullName));

    [Fact]
    public void A_change_that_escapes_the_audit_log_is_found() => Assert.True(EscapesAudit(typeof(PlantedRequest)));

    private static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.FullName?.Contains(".Migrations.", StringComparison.Ordinal) != true && type.Namespace?.StartsWith("Investr", StringComparison.Ordinal) == true);

    private static IEnumerable<string> PublicSetters(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(property => $"{type.Name}.{property.Name}");

    private static IEnumerable<string> WaitsAndStatics(Type type) =>
    [
        .. type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType)).Select(method => $"{type.Name}.{method.Name}"),
        .. type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<', StringComparison.Ordinal)).Select(field => $"{type.Name}.{field.Name}"),
    ];

    private static bool HasDescendants(Type type) => Ours.SelectMany(assembly => assembly.GetTypes()).Any(other => other.BaseType is { } parent
        && (parent == type || (parent.IsGenericType && parent.GetGenericTypeDefinition() == type)));

    private static bool Handles(Type type) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));

    private static bool EscapesAccess(Type type) =>
        typeof(IBaseRequest).IsAssignableFrom(type) && type.GetProperty("PortfolioId") is not null
        && type.GetInterfaces().All(face => face.Name != "IPortfolioRequest");

    // What only looks is named so; everything else changes something.
    private static bool EscapesAudit(Type type) =>
        typeof(IBaseRequest).IsAssignableFrom(type)
        && !Looks.Any(verb => type.Name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(type.Name[verb.Length]))
        && type.GetInterfaces().All(face => face.Name != "IAudited");

    private sealed class PlantedSetter
    {
        public int Value { get; set; }
    }

    private static class PlantedState
    {
#pragma warning disable CS0169, CA1823, IDE0044, IDE0051 // planted
        private static int s_state;
#pragma warning restore CS0169, CA1823, IDE0044, IDE0051

        public static Task WaitAsync() => Task.CompletedTask;
    }

    private sealed record PlantedRequest(Guid PortfolioId) : IRequest<int>;
}
