using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3.13 The directives that every schema has.</summary>
public static class SpecifiedDirectives
{
    internal const string DefaultDeprecationReason = "No longer supported";

    /// <summary>§3.13.1</summary>
    public static DirectiveDefinition Skip { get; } = Condition("skip", "Directs the executor to skip this field or fragment when the `if` argument is true.", "Skipped when true.");

    /// <summary>§3.13.2</summary>
    public static DirectiveDefinition Include { get; } = Condition("include", "Directs the executor to include this field or fragment only when the `if` argument is true.", "Included when true.");

    /// <summary>§3.13.3</summary>
    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        [
            new("reason", new NonNullType(BuiltInScalars.String))
            {
                Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                DefaultValue = new StringValueNode(DefaultDeprecationReason),
                RuntimeType = typeof(string),
            },
        ])
    { Description = "Marks an element of a GraphQL schema as no longer supported." };

    /// <summary>§3.13.4</summary>
    public static DirectiveDefinition SpecifiedBy { get; } = new(
        "specifiedBy",
        ["SCALAR"],
        [new("url", new NonNullType(BuiltInScalars.String)) { Description = "The URL that specifies the behavior of this scalar.", RuntimeType = typeof(string) }])
    { Description = "Exposes a URL that specifies the behavior of this scalar." };

    /// <summary>§3.13.5</summary>
    public static DirectiveDefinition OneOf { get; } = new("oneOf", ["INPUT_OBJECT"], [])
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
    };

    /// <summary>All of them, in the specification's order.</summary>
    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static DirectiveDefinition Condition(string name, string description, string argument) => new(
        name,
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        [new("if", new NonNullType(BuiltInScalars.Boolean)) { Description = argument, RuntimeType = typeof(bool) }])
    { Description = description };
}
