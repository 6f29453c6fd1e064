using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Investr.GraphQL.Generators;

/// <summary>Reads a method with [DataLoader], and tells every fault of it at once.</summary>
internal sealed class LoaderReader
{
    private readonly IMethodSymbol _method;
    private readonly AttributeData _attribute;
    private readonly AttributeData? _defaults;
    private readonly MethodDeclarationSyntax _syntax;
    private readonly List<Fault> _faults = [];

    private LoaderReader(GeneratorAttributeSyntaxContext context)
    {
        _method = (IMethodSymbol)context.TargetSymbol;
        _attribute = context.Attributes[0];
        _defaults = _method.ContainingAssembly.Find("DataLoaderDefaultsAttribute");
        _syntax = (MethodDeclarationSyntax)context.TargetNode;
    }

    public static Reading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new LoaderReader(context);
        var loader = reader.Read();
        return new(reader._faults.Count == 0 ? loader : null, new([.. reader._faults]));
    }

    private Loader? Read()
    {
        CheckMethod();
        if (_method.Parameters.Length == 0)
        {
            Tell(Rules.Keys);
            return null;
        }

        if (ResultShape.Of(_method) is not { } shape)
        {
            Tell(KeysAreAList() ? Rules.Result : ResultShape.IsTask(_method.ReturnType) ? Rules.Keys : Rules.Result);
            return null;
        }

        CheckKeys(shape);
        var containing = _method.ContainingNamespace;
        return new(
            LoaderNames.Of(_attribute.Text() ?? _method.Name),
            containing.IsGlobalNamespace ? null : containing.ToDisplayString(),
            shape.Form,
            LoaderNames.FullNonNull(shape.Key),
            shape.Form == LoaderForm.Cache ? LoaderNames.FullNonNull(shape.Value) : LoaderNames.Full(shape.Value),
            LoaderNames.Full(_method),
            Access(),
            new([.. _method.Parameters.Select(Parameter)]),
            new([.. Lookups(shape)]),
            new([.. Usings()]))
        {
            ValuesAreObjects = shape.Value.IsReferenceType,
        };
    }

    private void CheckMethod()
    {
        if (!_method.IsStatic) Tell(Rules.Static);
        if (!IsReachable(_method)) Tell(Rules.Reachable);
        if (_method.IsGenericMethod || Classes().Any(type => type.IsGenericType)) Tell(Rules.NotGeneric);
        foreach (var parameter in _method.Parameters)
        {
            if (parameter.RefKind != RefKind.None) Tell(Rules.ByValue, parameter.Name);
        }
    }

    private void CheckKeys(ResultShape shape)
    {
        if (shape.Key.NullableAnnotation == NullableAnnotation.Annotated || shape.Key.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            Tell(Rules.NoNullKey);
        if (shape.ResultKey is { } other && !SymbolEqualityComparer.Default.Equals(shape.Key, other))
            Tell(Rules.SameKey, shape.Key.ToDisplayString(), other.ToDisplayString());
    }

    private LoaderParameter Parameter(IParameterSymbol parameter, int place)
    {
        if (place == 0) return new(ParameterSource.Keys, "", null, null);

        var type = LoaderNames.Full(parameter.Type);
        if (type == "global::System.Threading.CancellationToken") return new(ParameterSource.Cancellation, type, null, null);

        var fallback = FallbackOf(parameter);
        if (parameter.Find("DataLoaderStateAttribute") is { } state)
            return new(ParameterSource.State, type, SymbolDisplay.FormatLiteral(state.Text() ?? parameter.Name, quote: true), fallback);

        // A loader is the request's, so that its keys meet those of others. One that is yet to be made has no symbol, but its name.
        var isOfRequest = IsLoader(parameter.Type) || _attribute.Choice(_defaults, "ServiceScope") == 2;
        return new(isOfRequest ? ParameterSource.RequestService : ParameterSource.Service, LoaderNames.FullNonNull(parameter.Type), null, fallback);
    }

    private IEnumerable<ValueLookup> Lookups(ResultShape shape)
    {
        var names = _attribute.Texts("Lookups").ToArray();
        if (names.Length > 0 && shape.Form is not (LoaderForm.Batch or LoaderForm.Cache)) Tell(Rules.NoGroupLookup);
        foreach (var name in names)
        {
            var found = _method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => shape.GivesKeyOf(method) is not null);
            if (found is null) Tell(Rules.Lookup, name, shape.Key.ToDisplayString(), shape.Value.ToDisplayString());
            else yield return new(LoaderNames.FullNonNull(found.Parameters[0].Type), LoaderNames.Full(found), shape.GivesKeyOf(found) == true);
        }
    }

    private LoaderAccess Access()
    {
        const int isPublic = 1, isPublicInterface = 2;
        var choice = _attribute.Choice(_defaults, "AccessModifier");
        if (choice == 0 && _method.DeclaredAccessibility == Accessibility.Public && Classes().All(type => type.DeclaredAccessibility == Accessibility.Public))
            choice = isPublic;
        return new(
            choice == isPublic ? "public" : "internal",
            _defaults.Value<bool>("GenerateInterfaces") == false ? null : choice is isPublic or isPublicInterface ? "public" : "internal");
    }

    // Names of types that are yet to be made are found as they are in the method's own file.
    private IEnumerable<string> Usings() => _syntax.Ancestors()
        .SelectMany(node => node switch
        {
            CompilationUnitSyntax unit => unit.Usings,
            BaseNamespaceDeclarationSyntax space => space.Usings,
            _ => default,
        })
        .Where(_ => _method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
        .Select(directive => directive.WithoutTrivia().NormalizeWhitespace().ToString());

    private static string? FallbackOf(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } =>
            $"({LoaderNames.Full(parameter.Type)}){SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}",
        { HasExplicitDefaultValue: true } or { NullableAnnotation: NullableAnnotation.Annotated } => "default",
        _ => null,
    };

    private static bool IsLoader(ITypeSymbol type) => type.TypeKind == TypeKind.Error
        ? type.Name.EndsWith("DataLoader", StringComparison.Ordinal)
        : type.AllInterfaces.Any(face => face.Name == "IDataLoader" && face.ContainingNamespace.ToDisplayString() == AttributeValues.Loaders);

    private bool KeysAreAList() => ResultShape.ItemOfKeys(_method.Parameters[0].Type) is not null;

    private IEnumerable<INamedTypeSymbol> Classes()
    {
        for (var type = _method.ContainingType; type is not null; type = type.ContainingType) yield return type;
    }

    private bool IsReachable(ISymbol symbol) =>
        Classes().Prepend(symbol).All(each => each.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    private void Tell(DiagnosticDescriptor rule, params string[] facts) => _faults.Add(Fault.At(_syntax.Identifier.GetLocation(), rule, [_method.Name, .. facts]));
}
