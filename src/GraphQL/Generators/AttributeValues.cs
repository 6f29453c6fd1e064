using Microsoft.CodeAnalysis;

namespace Investr.GraphQL.Generators;

/// <summary>Reads attributes' values by name.</summary>
internal static class AttributeValues
{
    public const string Loaders = "Investr.DataLoader";

    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type
            && type.Name == name && type.ContainingNamespace.ToDisplayString() == Loaders);

    /// <summary>The one argument of the constructor, where it is text.</summary>
    public static string? Text(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string : null;

    public static T? Value<T>(this AttributeData? attribute, string name) where T : struct =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is T value ? value : null;

    public static IEnumerable<string> Texts(this AttributeData attribute, string name)
    {
        var value = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return value.Kind == TypedConstantKind.Array && !value.IsNull ? value.Values.Select(item => item.Value as string ?? "") : [];
    }

    /// <summary>A choice of the attribute, else of the assembly's defaults; 0 where neither says.</summary>
    public static int Choice(this AttributeData attribute, AttributeData? defaults, string name) =>
        attribute.Value<int>(name) is { } own && own != 0 ? own : defaults.Value<int>(name) ?? 0;
}
