using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Investr.GraphQL.Generators;

/// <summary>Something wrong with a method, and where.</summary>
internal sealed record Fault(DiagnosticDescriptor Rule, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Facts)
{
    public static Fault At(Location location, DiagnosticDescriptor rule, params string[] facts)
    {
        var lines = location.GetLineSpan();
        return new(rule, lines.Path, location.SourceSpan, lines.Span, new([.. facts]));
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.Create(Path, Span, Lines), [.. Facts]);
}

/// <summary>What a method must be to become a loader.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Static = Error("DL0001", "The method {0} must be static to become a loader");
    public static readonly DiagnosticDescriptor Reachable = Error("DL0002", "The method {0} must be at least internal, and so must its classes");
    public static readonly DiagnosticDescriptor NotGeneric = Error("DL0003", "The method {0} and its classes must not be generic to become a loader");
    public static readonly DiagnosticDescriptor Keys = Error("DL0004", "The first parameter of {0} must be the keys (IReadOnlyList<TKey>) or the key");
    public static readonly DiagnosticDescriptor Result = Error(
        "DL0005",
        "The method {0} must return a Task or ValueTask: for many keys of an IReadOnlyDictionary<TKey, TValue> or an ILookup<TKey, TValue>, for one key of the value");
    public static readonly DiagnosticDescriptor SameKey = Error("DL0006", "The keys of {0} are of {1}, and those of what it returns of {2}");
    public static readonly DiagnosticDescriptor NoNullKey = Error("DL0007", "The keys of {0} must not be null");
    public static readonly DiagnosticDescriptor ByValue = Error("DL0008", "The parameter {1} of {0} must not be ref, in or out");
    public static readonly DiagnosticDescriptor Lookup = Error(
        "DL0009", "The lookup {1} of {0} must be a static method of the same class that takes a {3} and returns its {2}, or takes any class and returns a KeyValuePair<{2}, {3}>");
    public static readonly DiagnosticDescriptor NoGroupLookup = Error("DL0010", "The method {0} loads groups, of which no single value is one: it can have no lookups");
    public static readonly DiagnosticDescriptor UniqueName = Error("DL0011", "Two methods become the loader {0}");
    public static readonly DiagnosticDescriptor ModuleName = Error("DL0012", "The module's name {0} cannot be part of a method's");

    private static DiagnosticDescriptor Error(string id, string message) =>
        new(id, "A method cannot become a loader", message, "DataLoader", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
