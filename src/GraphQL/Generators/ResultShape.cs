using Microsoft.CodeAnalysis;

namespace Investr.GraphQL.Generators;

/// <summary>What a method's keys and result are together.</summary>
/// <param name="Form">How it loads.</param>
/// <param name="Key">The type of a key.</param>
/// <param name="Value">The type of a value, or of one in a group.</param>
/// <param name="ResultKey">The type of the result's keys; null where it is one value.</param>
internal sealed record ResultShape(LoaderForm Form, ITypeSymbol Key, ITypeSymbol Value, ITypeSymbol? ResultKey)
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>The shape of a method; null where it has none that a loader could have.</summary>
    public static ResultShape? Of(IMethodSymbol method)
    {
        if (!IsTask(method.ReturnType)) return null;

        var (first, result) = (method.Parameters[0].Type, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);
        if (ItemOfKeys(first) is not { } key) return IsOtherList(first) ? null : new(LoaderForm.Cache, first, result, null);

        if (Face(result, "ILookup", "System.Linq") is { } lookup)
            return new(LoaderForm.Group, key, lookup.TypeArguments[1], lookup.TypeArguments[0]);

        return Face(result, "IReadOnlyDictionary", Collections) is not { } dictionary ? null : dictionary.TypeArguments[1] is IArrayTypeSymbol group
            ? new(LoaderForm.GroupOfArrays, key, group.ElementType, dictionary.TypeArguments[0])
            : new(LoaderForm.Batch, key, dictionary.TypeArguments[1], dictionary.TypeArguments[0]);
    }

    public static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task
        && task.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    /// <summary>What a list of keys has; null where the type is none.</summary>
    public static ITypeSymbol? ItemOfKeys(ITypeSymbol type) => Is(type, "IReadOnlyList", Collections) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>Whether a method tells a value's key: true where it gives the value too, null where it tells neither.</summary>
    public bool? GivesKeyOf(IMethodSymbol method)
    {
        if (method is not { IsStatic: true, Parameters.Length: 1, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }) return null;

        var source = method.Parameters[0].Type;
        if (!source.IsReferenceType) return null;
        if (Same(method.ReturnType, Key)) return Same(source, Value) ? false : null;

        return Is(method.ReturnType, "KeyValuePair", Collections) && ((INamedTypeSymbol)method.ReturnType).TypeArguments is var pair
            && Same(pair[0], Key) && Same(pair[1], Value) ? true : null;
    }

    // Another list than the one that keys come in is rather a mistake than a key.
    private static bool IsOtherList(ITypeSymbol type) => type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol || Face(type, "IEnumerable", Collections) is not null);

    private static INamedTypeSymbol? Face(ITypeSymbol type, string name, string space) => Is(type, name, space)
        ? (INamedTypeSymbol)type
        : type.AllInterfaces.FirstOrDefault(face => Is(face, name, space));

    private static bool Is(ITypeSymbol type, string name, string space) =>
        type is INamedTypeSymbol { IsGenericType: true } && type.Name == name && type.ContainingNamespace.ToDisplayString() == space;

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
