using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Investr.TestKit;

namespace Investr.Architecture.Tests;

/// <summary>Who may know whom: the table of docs/architecture.md, held against what the assemblies refer to.</summary>
public sealed class Arrows
{
    private static readonly string[] Framework = ["System", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http", "netstandard", "mscorlib"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Investr.Domain"] = ["System"],
        ["Investr.DataLoader"] = ["System"],
        ["Investr.Application"] = ["System", "Microsoft.Extensions", "Investr.Domain", "Investr.DataLoader", "MediatR"],
        ["Investr.GraphQL"] = ["System", "Microsoft.Extensions", "Microsoft.AspNetCore.Authorization", "Investr.DataLoader"],
        ["Investr.GraphQL.Generators"] = ["System", "netstandard", "Microsoft.CodeAnalysis"],
        ["Investr.GraphQL.AspNetCore"] = [.. Framework, "Investr.GraphQL", "Investr.DataLoader"],
        ["Investr.GraphQL.PostgreSql"] = ["System", "Microsoft.Extensions", "Investr.GraphQL", "Npgsql"],
        ["Investr.Infrastructure"] =
        [
            .. Framework, "Investr.Domain", "Investr.DataLoader", "Investr.Application", "Microsoft.EntityFrameworkCore", "Microsoft.Data",
            "SQLitePCLRaw", "Npgsql", "AutoMapper", "CsvHelper", "MathNet.Numerics", "Microsoft.IdentityModel", "Polly", "Quartz",
        ],
        ["Investr.Api"] =
        [
            .. Framework, "Investr.Domain", "Investr.DataLoader", "Investr.Application", "Investr.GraphQL", "Investr.GraphQL.AspNetCore",
            "Investr.Infrastructure", "MediatR", "Serilog", "OpenTelemetry", "Microsoft.IdentityModel",
        ],
    };

    public static TheoryData<string> Assemblies => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_refers_to_what_the_table_allows_and_to_nothing_else(string assembly) =>
        Assert.Empty(ForbiddenReferences(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), Allowed[assembly]));

    [Fact]
    public void The_check_finds_a_forbidden_reference() =>
        // This test's own assembly knows xunit, which Domain may not.
        Assert.Contains("xunit.v3.core", ForbiddenReferences(typeof(Arrows).Assembly.Location, Allowed["Investr.Domain"]));

    [Fact]
    public void Only_the_program_and_its_hosting_know_infrastructure() =>
        Assert.Empty(InfrastructureUsers(Path.Combine(Repository.Folder, "src", "Api")));

    [Fact]
    public void That_check_finds_a_planted_use()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "Market"));
        File.WriteAllText(Path.Combine(folder, "Market", "Planted.cs"), "using Investr.Infrastructure.Persistence;");

        Assert.Equal([Path.Combine("Market", "Planted.cs")], InfrastructureUsers(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static string[] ForbiddenReferences(string path, string[] allowed)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => !allowed.Any(prefix => name == prefix || (name.StartsWith(prefix + ".", StringComparison.Ordinal) && !name.StartsWith("Investr.", StringComparison.Ordinal))))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string[] InfrastructureUsers(string api) =>
    [
        .. Directory.EnumerateFiles(api, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(api, path))
            .Where(path => path != "Program.cs" && !path.StartsWith("Hosting", StringComparison.Ordinal)
                && !path.StartsWith("obj", StringComparison.Ordinal) && !path.StartsWith("bin", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(Path.Combine(api, path)).Contains("Investr.Infrastructure", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
