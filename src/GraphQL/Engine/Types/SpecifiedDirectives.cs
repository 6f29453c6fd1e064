using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3.13 The directives that every schema has.</summary>
public static class SpecifiedDirectives
{
    internal const string DefaultDeprecationReason = "No longer supported";

    /// <summary>§3.13.1</summary>
    public static DirectiveDefinition Skip { get; } =
        Condition("skip", "Leaves a field or fragment out where `if` is true.", "Left out when true.");

    /// <summary>§3.13.2</summary>
    public static DirectiveDefinition Include { get; } =
        Condition("include", "Takes a field or fragment in only where `if` is true.", "Taken in when true.");

    /// <summary>§3.13.3</summary>
    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        [
            new("reason", new NonNullType(BuiltInScalars.String))
            {
                Description = "Why, and what to use instead; Markdown.",
                DefaultValue = new StringValueNode(DefaultDeprecationReason),
                RuntimeType = typeof(string),
            },
        ])
    { Description = "Should not be used any more." };

    /// <summary>§3.13.4</summary>
    public static DirectiveDefinition SpecifiedBy { get; } = new(
        "specifiedBy",
        ["SCALAR"],
        [new("url", new NonNullType(BuiltInScalars.String)) { Description = "The specification's address.", RuntimeType = typeof(string) }])
    { Description = "Tells where a scalar's format is specified." };

    /// <summary>§3.13.5</summary>
    public static DirectiveDefinition OneOf { get; } = new("oneOf", ["INPUT_OBJECT"], [])
    {
        Description = "Exactly one field must be given, and not as null.",
    };

    /// <summary>All of them, in the specification's order.</summary>
    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Lets a fragment's fields come after the rest of the answer. Not every schema has it, so it is printed.</summary>
    public static DirectiveDefinition Defer { get; } = new(
        "defer",
        ["FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        [Switch("Deferred when true."), Label()])
    { Description = "Lets the client have the rest of the answer before this fragment." };

    /// <summary>Lets a list's items come after the rest of the answer. Not every schema has it, so it is printed.</summary>
    public static DirectiveDefinition Stream { get; } = new(
        "stream",
        ["FIELD"],
        [
            Switch("Streamed when true."),
            Label(),
            new("initialCount", new NonNullType(BuiltInScalars.Int))
            {
                Description = "How many items come with the rest of the answer.",
                DefaultValue = new IntValueNode("0"),
                RuntimeType = typeof(int),
            },
        ])
    { Description = "Lets the client have the rest of the answer before the items of this list." };

    private static ArgumentDefinition Switch(string description) => new("if", new NonNullType(BuiltInScalars.Boolean))
    {
        Description = description,
        DefaultValue = new BooleanValueNode(true),
        RuntimeType = typeof(bool),
    };

    private static ArgumentDefinition Label() =>
        new("label", BuiltInScalars.String) { Description = "What the client calls it; unique in the document.", RuntimeType = typeof(string) };

    private static DirectiveDefinition Condition(string name, string description, string argument) => new(
        name,
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        [new("if", new NonNullType(BuiltInScalars.Boolean)) { Description = argument, RuntimeType = typeof(bool) }])
    { Description = description };
}
