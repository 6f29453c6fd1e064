using System.Reflection;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3.4 A type: a named one, a list of a type, or a type that is never null.</summary>
public abstract class GraphQLType
{
    /// <summary>The type without its wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether null is no value of this type.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without an outermost non-null.</summary>
    public GraphQLType Nullable => this is NonNullType { OfType: var inner } ? inner : this;

    /// <summary>Whether values of it may be given (§3.4.2 IsInputType).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of it may be answered (§3.4.2 IsOutputType).</summary>
    public bool IsOutput => Named is not InputObjectType;
}

/// <summary>§3.11 A list.</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The items' type.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>§3.12 A type that is never null.</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The type that may not be null: a named type or a list.</summary>
    public GraphQLType OfType { get; } =
        ofType is NonNullType ? throw new ArgumentException("A non-null type wraps a nullable one.") : ofType;

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}

/// <summary>A type that the schema knows by name.</summary>
public abstract class NamedType(string name) : GraphQLType, ITypeSystemMember
{
    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What the type means, for the API's users.</summary>
    public string? Description { get; protected internal set; }

    /// <summary>The directives applied to the type.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A type whose values are selected into: object, interface or union.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>A type with fields: object or interface.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    /// <summary>The fields in the order of declaration.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; private set; } = [];

    /// <summary>The interfaces that it implements, those of its interfaces included.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    private Dictionary<string, FieldDefinition> _byName = [];

    /// <summary>The field of a name; null where there is none.</summary>
    public FieldDefinition? FindField(string name) => _byName.GetValueOrDefault(name);

    internal void SetFields(IReadOnlyList<FieldDefinition> fields)
    {
        Fields = fields;
        _byName = fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var field in fields) field.DeclaringType = this;
    }
}

/// <summary>§3.6 An object type.</summary>
public sealed class ObjectType(string name, Type? runtimeType = null) : FieldsType(name)
{
    /// <summary>The CLR type of its values; null for a root type.</summary>
    public Type? RuntimeType { get; } = runtimeType;
}

/// <summary>§3.7 An interface.</summary>
public sealed class InterfaceType(string name, Type? runtimeType = null) : FieldsType(name)
{
    /// <summary>The CLR type that its implementers share, where there is one.</summary>
    public Type? RuntimeType { get; } = runtimeType;
}

/// <summary>§3.8 A union.</summary>
public sealed class UnionType(string name) : CompositeType(name)
{
    /// <summary>The member types in the order of declaration.</summary>
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}

/// <summary>§3.9 An enum.</summary>
public sealed class EnumType(string name, Type? runtimeType, IReadOnlyList<EnumValueDefinition> values) : NamedType(name)
{
    private readonly Dictionary<string, EnumValueDefinition> _byName =
        values.DistinctBy(value => value.Name).ToDictionary(value => value.Name, StringComparer.Ordinal);

    private readonly Dictionary<object, EnumValueDefinition> _byValue =
        values.DistinctBy(value => value.Value).ToDictionary(value => value.Value);

    /// <summary>The CLR enum; null where values are their names.</summary>
    public Type? RuntimeType { get; } = runtimeType;

    /// <summary>The values in the order of declaration.</summary>
    public IReadOnlyList<EnumValueDefinition> Values { get; } = values;

    /// <summary>The value of a name; null where there is none.</summary>
    public EnumValueDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The value that stands for a CLR value; null where there is none.</summary>
    public EnumValueDefinition? FindByValue(object value) => _byValue.GetValueOrDefault(value);
}

/// <summary>§3.9 One value of an enum.</summary>
public sealed class EnumValueDefinition(string name, object value, string? description = null, string? deprecationReason = null)
    : ITypeSystemMember
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>The CLR value that it stands for.</summary>
    public object Value { get; } = value;

    /// <summary>What it means, for the API's users.</summary>
    public string? Description { get; } = description;

    /// <summary>Why it should not be used any more; null where it may be.</summary>
    public string? DeprecationReason { get; } = deprecationReason;

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];
}

/// <summary>§3.10 An input object.</summary>
public sealed class InputObjectType(string name, Type? runtimeType = null) : NamedType(name)
{
    private Dictionary<string, ArgumentDefinition> _byName = [];

    /// <summary>The CLR type that values are turned into; null where they stay dictionaries.</summary>
    public Type? RuntimeType { get; } = runtimeType;

    /// <summary>§3.10.1 Whether exactly one field must be given.</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>The fields in the order of declaration.</summary>
    public IReadOnlyList<ArgumentDefinition> Fields { get; private set; } = [];

    /// <summary>Makes the CLR value from the coerced fields, which stand in the order of <see cref="Fields"/>; <see cref="Missing"/> where a field was left out.</summary>
    internal Func<object?[], object> Create { get; set; } = null!;

    /// <summary>The field of a name; null where there is none.</summary>
    public ArgumentDefinition? FindField(string name) => _byName.GetValueOrDefault(name);

    internal void SetFields(IReadOnlyList<ArgumentDefinition> fields)
    {
        Fields = fields;
        _byName = fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);
    }
}

/// <summary>Stands for an argument or input field that was left out and has no default, where null would be a value.</summary>
internal sealed class Missing
{
    public static readonly Missing Value = new();

    private Missing()
    {
    }
}

/// <summary>§3.6 A field of an object or interface.</summary>
public sealed class FieldDefinition(string name, GraphQLType type, IReadOnlyList<ArgumentDefinition> arguments) : ITypeSystemMember
{
    private readonly Dictionary<string, ArgumentDefinition> _arguments =
        arguments.DistinctBy(argument => argument.Name).ToDictionary(argument => argument.Name, StringComparer.Ordinal);

    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; } = type;

    /// <summary>Its arguments in the order of declaration.</summary>
    public IReadOnlyList<ArgumentDefinition> Arguments { get; } = arguments;

    /// <summary>The type that declares it.</summary>
    public FieldsType DeclaringType { get; internal set; } = null!;

    /// <summary>What it means, for the API's users.</summary>
    public string? Description { get; internal set; }

    /// <summary>Why it should not be used any more; null where it may be.</summary>
    public string? DeprecationReason { get; internal set; }

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>How its value is found; null on an interface and on a schema that only describes.</summary>
    internal FieldResolver? Resolver { get; set; }

    /// <summary>The property that it is; null where it is none.</summary>
    internal PropertyInfo? Member { get; set; }

    /// <summary>The properties of its parent that its resolver takes; null where that is all of it.</summary>
    internal IReadOnlyList<string>? Requires { get; set; }

    /// <summary>For a field of the subscription root: how its events are found.</summary>
    internal EventSource? Events { get; set; }

    /// <summary>For a field of the subscription root: whether equal subscribers may share one answer to an event.</summary>
    internal bool SharesAnswers { get; set; }

    /// <summary>What a caller must be allowed before the resolver runs; empty where everybody is.</summary>
    internal IReadOnlyList<AuthorizeRule> Authorization { get; set; } = [];

    /// <summary>The argument of a name; null where there is none.</summary>
    public ArgumentDefinition? FindArgument(string name) => _arguments.GetValueOrDefault(name);

    /// <summary>The schema coordinate, such as <c>Query.portfolio</c>.</summary>
    public override string ToString() => $"{DeclaringType?.Name}.{Name}";
}

/// <summary>§3.6.1 An argument, or §3.10 a field of an input object.</summary>
public sealed class ArgumentDefinition(string name, GraphQLType type) : ITypeSystemMember
{
    /// <summary>The argument's name.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; } = type;

    /// <summary>The default as a constant literal; null where there is none.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    /// <summary>What it means, for the API's users.</summary>
    public string? Description { get; internal set; }

    /// <summary>Why it should not be used any more; null where it may be.</summary>
    public string? DeprecationReason { get; internal set; }

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>The CLR type that its value is turned into (a list is turned into what this says: array, List, IReadOnlyList…).</summary>
    internal Type RuntimeType { get; set; } = typeof(object);

    /// <summary>Turns the coerced value (scalars as the scalar gives them, lists as object?[]…) into <see cref="RuntimeType"/>; null where it already is. Also decodes [ID]s.</summary>
    internal Func<object?, object?>? Convert { get; set; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>§3.13 A directive's definition.</summary>
public sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations, IReadOnlyList<ArgumentDefinition> arguments)
    : ITypeSystemMember
{
    /// <summary>The name, without the at sign.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand, such as <c>FIELD</c> or <c>OBJECT</c>.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<ArgumentDefinition> Arguments { get; } = arguments;

    /// <summary>What it does, for the API's users.</summary>
    public string? Description { get; internal init; }

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; internal init; }

    /// <summary>The argument of a name; null where there is none.</summary>
    public ArgumentDefinition? FindArgument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}

/// <summary>A directive as it stands in the schema.</summary>
public sealed record AppliedDirective(string Name, IReadOnlyList<ArgumentNode> Arguments);
