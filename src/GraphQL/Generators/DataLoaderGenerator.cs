using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Investr.GraphQL.Generators;

/// <summary>Makes a loader of each static method with [DataLoader], and a method that registers them all.</summary>
[Generator]
public sealed class DataLoaderGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readings = context.SyntaxProvider.ForAttributeWithMetadataName(
            $"{AttributeValues.Loaders}.DataLoaderAttribute", static (node, _) => node is MethodDeclarationSyntax, LoaderReader.Read);
        context.RegisterSourceOutput(readings.SelectMany(static (reading, _) => reading.Faults), static (output, fault) => output.ReportDiagnostic(fault.ToDiagnostic()));

        var loaders = readings.Select(static (reading, _) => reading.Loader).Where(static loader => loader is not null).Collect();
        var module = context.CompilationProvider.Select(static (compilation, _) => ModuleOf(compilation.Assembly));
        context.RegisterSourceOutput(loaders.Combine(module), static (output, all) => Write(output, all.Left!, all.Right));
    }

    private static void Write(SourceProductionContext output, ImmutableArray<Loader> loaders, Module? module)
    {
        var named = loaders.GroupBy(loader => loader.ClassName).ToArray();
        foreach (var twice in named.Where(group => group.Count() > 1)) output.ReportDiagnostic(Diagnostic.Create(Rules.UniqueName, Location.None, twice.Key));

        var unique = named.Select(group => group.First()).OrderBy(loader => loader.ClassName, StringComparer.Ordinal).ToArray();
        foreach (var loader in unique) output.AddSource($"{loader.ClassName.Substring("global::".Length)}.g.cs", LoaderSource.Of(loader));
        if (module is null || unique.Length == 0) return;

        if (SyntaxFacts.IsValidIdentifier(module.Name)) output.AddSource($"{module.Name}.g.cs", RegistrationSource.Of(module, unique));
        else output.ReportDiagnostic(Diagnostic.Create(Rules.ModuleName, Location.None, module.Name));
    }

    private static Module? ModuleOf(IAssemblySymbol assembly)
    {
        if (assembly.Find("DataLoaderDefaultsAttribute").Value<bool>("GenerateRegistrationCode") == false) return null;

        var named = assembly.Find("DataLoaderModuleAttribute");
        var last = assembly.Name.Substring(assembly.Name.LastIndexOf('.') + 1);
        return new(named?.Text() ?? last + "DataLoaders", named.Value<bool>("IsInternal") == true);
    }
}
