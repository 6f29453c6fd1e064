using System.Reflection;
using System.Text.RegularExpressions;
using Investr.Api.Hosting;
using Investr.Domain;
using Investr.Domain.Valuation;
using Investr.GraphQL;
using Investr.TestKit;

namespace Investr.Api.Tests;

/// <summary>Every code that a client can meet is in docs/errors.md, and nothing else is.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly Type[] Refusals =
        [.. new[] { "Investr.Domain", "Investr.Application" }.SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Fact]
    public void The_page_of_errors_names_every_code_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs/errors.md"));
        var told = FirstCell().Matches(page).Select(row => row.Groups[1].Value).ToArray();

        string[] there = [.. Refusals.Select(CodeOf), .. ConstantsOf(typeof(ErrorCodes)), .. ConstantsOf(typeof(DataIssue)), SignInLimiter.Code];

        Assert.Equal(there.Distinct().Order(), told.Order());
    }

    [Fact]
    public void Two_refusals_have_two_codes()
    {
        // Not being allowed is one thing to clients, whatever is missing for it.
        var shared = Refusals.GroupBy(CodeOf).Where(same => same.Count() > 1 && same.Key != ErrorCodes.NotAuthorized);

        Assert.Empty(shared.Select(same => $"{same.Key}: {string.Join(", ", same.Select(type => type.Name))}"));
    }

    [Fact]
    public void Every_refusal_that_a_payload_can_have_is_a_type_of_the_schema()
    {
        var schema = File.ReadAllText(Path.Combine(Repository.Folder, "src/Api/schema.graphql"));
        var unnamed = Refusals.Where(type => CodeOf(type) != ErrorCodes.NotAuthorized && !schema.Contains($"type {SchemaNameOf(type)} implements Error", StringComparison.Ordinal));

        Assert.Empty(unnamed.Select(type => type.Name));
    }

    private static string SchemaNameOf(Type refusal) => refusal.Name switch
    {
        "ImportRefused" => "ImportError",
        "ValidationRefusal" => "ValidationError",
        var name => $"{name}Error",
    };

    // A refusal gives its code to its base, whatever the facts are.
    private static string CodeOf(Type refusal)
    {
        var constructor = refusal.GetConstructors().MinBy(candidate => candidate.GetParameters().Length)!;
        object?[] facts = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
        return ((Refusal)constructor.Invoke(facts)).Code;
    }

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex(@"(?m)^\| `([A-Z0-9_]+)` \|")]
    private static partial Regex FirstCell();
}
