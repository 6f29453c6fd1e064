using System.Collections.Immutable;
using Investr.DataLoader;
using Investr.GraphQL.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Generators;

/// <summary>A program that was compiled with the generator: what was made for it, and what was told of it.</summary>
internal sealed record Compiled(ImmutableArray<Diagnostic> Told, IReadOnlyDictionary<string, string> Sources, ImmutableArray<Diagnostic> Errors)
{
    private const string Frame = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Investr.DataLoader;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(IDataLoader).Assembly.Location).Append(typeof(IServiceCollection).Assembly.Location)
            .Distinct()
            .Where(path => !Path.GetFileName(path).StartsWith("Investr.GraphQL", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Compiled Of(string program)
    {
        var (driver, compilation) = Start(program);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var told);
        var sources = driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return new(told, sources, [.. output.GetDiagnostics().Where(IsFault)]);
    }

    /// <summary>Whether what was made is kept when a file is added that has nothing to do with it.</summary>
    public static bool IsKeptBesideAnotherFile(string program)
    {
        var (driver, compilation) = Start(program);
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", ParseOptions)));
        return driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .All(output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    // The program itself need not be tidy; what is made must.
    private static bool IsFault(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static CSharpParseOptions ParseOptions => new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Start(string program)
    {
        var compilation = CSharpCompilation.Create(
            "Shop.Catalog",
            [CSharpSyntaxTree.ParseText(Frame + program, ParseOptions)],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new DataLoaderGenerator().AsSourceGenerator()], parseOptions: ParseOptions, driverOptions: new(default, trackIncrementalGeneratorSteps: true));
        return (driver, compilation);
    }
}
