using Microsoft.CodeAnalysis;

namespace Investr.GraphQL.Generators;

/// <summary>What loaders, and the types they have to do with, are called.</summary>
internal static class LoaderNames
{
    private const string Loader = "DataLoader";

    private static readonly SymbolDisplayFormat InFull =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>GetBrandByIdAsync</c> → <c>BrandByIdDataLoader</c>; any other verb is kept.</summary>
    public static string Of(string method)
    {
        var name = method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - 5) : method;
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3])) name = name.Substring(3);
        return name.EndsWith(Loader, StringComparison.Ordinal) ? name : name + Loader;
    }

    public static string Full(ITypeSymbol type) => type.ToDisplayString(InFull);

    public static string Full(IMethodSymbol method) => $"{Full(method.ContainingType)}.{method.Name}";

    /// <summary>The type without the question mark of a reference that may be null.</summary>
    public static string FullNonNull(ITypeSymbol type) => Full(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
}
