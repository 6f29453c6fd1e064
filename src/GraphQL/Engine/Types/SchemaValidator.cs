using Investr.GraphQL.Introspection;

namespace Investr.GraphQL.Types;

/// <summary>§3 Type validation: everything that is wrong with a schema, each fault at its schema coordinate.</summary>
public static class SchemaValidator
{
    /// <summary>The faults, none where the schema is valid.</summary>
    public static IReadOnlyList<SchemaFault> FaultsOf(Schema schema)
    {
        var faults = new List<SchemaFault>();
        if (schema.Query is null) faults.Add(new("schema", "Query root type must be provided."));
        foreach (var type in schema.Types.Where(type => !IntrospectionTypes.All.Contains(type))) faults.AddRange(OfType(schema, type));
        foreach (var directive in schema.Directives) faults.AddRange(OfDirective(directive));
        faults.AddRange(InputCycles.FaultsOf(schema));
        faults.AddRange(DefaultValueCycles.FaultsOf(schema));
        return faults;
    }

    private static IEnumerable<SchemaFault> OfType(Schema schema, NamedType type) => NameFaults(type.Name, type.Name).Concat(type switch
    {
        FieldsType fields => OfFields(fields).Concat(InterfaceConformance.FaultsOf(schema, fields)),
        UnionType union => OfUnion(union),
        EnumType named => OfEnum(named),
        InputObjectType input => OfInput(input),
        _ => [],
    });

    private static IEnumerable<SchemaFault> OfFields(FieldsType type)
    {
        if (type.Fields.Count == 0) yield return new(type.Name, $"Type {type.Name} must define one or more fields.");
        foreach (var name in Repeated(type.Fields.Select(field => field.Name)))
            yield return new($"{type.Name}.{name}", $"Field {type.Name}.{name} can only be defined once.");
        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            foreach (var fault in NameFaults(field.Name, coordinate)) yield return fault;
            if (!field.Type.IsOutput) yield return new(coordinate, $"The type of {coordinate} must be Output Type but got: {field.Type}.");
            foreach (var fault in OfArguments(field.Arguments, coordinate)) yield return fault;
        }
    }

    private static IEnumerable<SchemaFault> OfArguments(IReadOnlyList<ArgumentDefinition> arguments, string owner)
    {
        foreach (var name in Repeated(arguments.Select(argument => argument.Name)))
            yield return new($"{owner}({name}:)", $"Argument {owner}({name}:) can only be defined once.");
        foreach (var argument in arguments)
        {
            foreach (var fault in OfInputValue(argument, $"{owner}({argument.Name}:)", "argument")) yield return fault;
        }
    }

    private static IEnumerable<SchemaFault> OfInputValue(ArgumentDefinition value, string coordinate, string kind)
    {
        foreach (var fault in NameFaults(value.Name, coordinate)) yield return fault;
        if (!value.Type.IsInput)
        {
            yield return new(coordinate, $"The type of {coordinate} must be Input Type but got: {value.Type}.");
            yield break;
        }

        if (value is { IsRequired: true, DeprecationReason: not null })
            yield return new(coordinate, $"Required {kind} {coordinate} cannot be deprecated.");
        if (value.DefaultValue is { } literal && DefaultValues.FaultOf(literal, value.Type) is { } message)
            yield return new(coordinate, $"The default value of {coordinate} is not valid: {message}");
    }

    private static IEnumerable<SchemaFault> OfUnion(UnionType union)
    {
        if (union.Members.Count == 0) yield return new(union.Name, $"Union type {union.Name} must define one or more member types.");
        foreach (var name in Repeated(union.Members.Select(member => member.Name)))
            yield return new(union.Name, $"Union type {union.Name} can only include type {name} once.");
    }

    private static IEnumerable<SchemaFault> OfEnum(EnumType type)
    {
        if (type.Values.Count == 0) yield return new(type.Name, $"Enum type {type.Name} must define one or more values.");
        foreach (var name in Repeated(type.Values.Select(value => value.Name)))
            yield return new($"{type.Name}.{name}", $"Enum value {type.Name}.{name} can only be defined once.");
        foreach (var value in type.Values)
        {
            var coordinate = $"{type.Name}.{value.Name}";
            if (value.Name is "true" or "false" or "null") yield return new(coordinate, $"Enum values cannot be named: {value.Name}");
            foreach (var fault in NameFaults(value.Name, coordinate)) yield return fault;
        }
    }

    private static IEnumerable<SchemaFault> OfInput(InputObjectType type)
    {
        if (type.Fields.Count == 0) yield return new(type.Name, $"Input Object type {type.Name} must define one or more fields.");
        foreach (var name in Repeated(type.Fields.Select(field => field.Name)))
            yield return new($"{type.Name}.{name}", $"Field {type.Name}.{name} can only be defined once.");
        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            foreach (var fault in OfInputValue(field, coordinate, "input field")) yield return fault;
            if (type.IsOneOf && field.Type.IsNonNull) yield return new(coordinate, $"OneOf input field {coordinate} must be nullable.");
            if (type.IsOneOf && field.DefaultValue is not null)
                yield return new(coordinate, $"OneOf input field {coordinate} cannot have a default value.");
        }
    }

    private static IEnumerable<SchemaFault> OfDirective(DirectiveDefinition directive)
    {
        var coordinate = $"@{directive.Name}";
        if (directive.Locations.Count == 0) yield return new(coordinate, $"Directive {coordinate} must include 1 or more locations.");
        foreach (var fault in NameFaults(directive.Name, coordinate).Concat(OfArguments(directive.Arguments, coordinate)))
            yield return fault;
    }

    private static IEnumerable<SchemaFault> NameFaults(string name, string coordinate)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            yield return new(coordinate, $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
        var isWritten = name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !isWritten)
            yield return new(coordinate, $"Name \"{name}\" must have only letters, digits and underscores, and not begin with a digit.");
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
