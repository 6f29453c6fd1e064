using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>§3 Input coercion of a variable's value, in the order in which graphql-js finds and words the faults.</summary>
/// <param name="variable">The variable.</param>
/// <param name="faults">Takes the faults.</param>
/// <param name="suggests">Whether a misspelt name may be answered with the schema's own.</param>
internal sealed class InputCoercion(VariablePlan variable, VariableFaults faults, bool suggests)
{
    public object? Coerce(ValueNode value, GraphQLType type, InputPath? path)
    {
        if (type is NonNullType required)
        {
            if (value is not NullValueNode) return Coerce(value, required.OfType, path);
            Tell(path, value, $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }

        return (value, type) switch
        {
            (NullValueNode, _) => null,
            (ListValueNode list, ListType { OfType: var item }) => List(list, item, path),
            (_, ListType { OfType: var item }) => new[] { Coerce(value, item, path) },
            (_, InputObjectType input) => Object(value, input, path),
            (_, EnumType names) => Enum(value, names, path),
            _ => Scalar(value, (ScalarType)type, path),
        };
    }

    private object?[] List(ListValueNode list, GraphQLType item, InputPath? path) =>
        [.. list.Items.Select((each, i) => Coerce(each, item, new(path, null, i)))];

    private object? Object(ValueNode value, InputObjectType type, InputPath? path)
    {
        if (value is not ObjectValueNode given)
        {
            Tell(path, value, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var before = faults.Count;
        var fields = Fields(given, type, path);
        return faults.Count == before ? Create(given, type, fields, path) : null;
    }

    private object?[] Fields(ObjectValueNode given, InputObjectType type, InputPath? path)
    {
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            var value = given.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name)?.Value;
            if (value is null && field.DefaultValue is null && field.Type.IsNonNull)
                Tell(path, given, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");

            values[i] = value is null ? Missing.Value : Coerce(value, field.Type, new(path, field.Name, 0));
        }

        foreach (var unknown in given.Fields.Where(field => type.FindField(field.Name.Value) is null))
        {
            var near = Near(unknown.Name.Value, type.Fields.Select(field => field.Name));
            Tell(path, given, $"Field \"{unknown.Name.Value}\" is not defined by type \"{type.Name}\".{near}");
        }

        if (type.IsOneOf) CheckOneOf(given, type, path);
        return values;
    }

    private void CheckOneOf(ObjectValueNode given, InputObjectType type, InputPath? path)
    {
        var known = given.Fields.Where(field => type.FindField(field.Name.Value) is not null).ToArray();
        if (known.Length != 1) Tell(path, given, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        if (known is [{ Value: NullValueNode } only, ..])
            Tell(new(path, only.Name.Value, 0), only.Value, $"Field \"{only.Name.Value}\" must be non-null.");
    }

    private object? Create(ObjectValueNode given, InputObjectType type, object?[] fields, InputPath? path)
    {
        ArgumentDefinition? at = null;
        try
        {
            for (var i = 0; i < fields.Length; i++)
            {
                at = type.Fields[i];
                fields[i] = InputValues.Finished(at, fields[i]);
            }

            at = null;
            return type.Create(fields);
        }
        catch (Exception fault) when (InputValues.IsFault(fault))
        {
            var wrong = given.Fields.FirstOrDefault(field => field.Name.Value == at?.Name)?.Value;
            Tell(at is null ? path : new(path, at.Name, 0), wrong ?? given, fault.Message);
            return null;
        }
    }

    private object? Enum(ValueNode value, EnumType type, InputPath? path)
    {
        if (value is not StringValueNode { Value: var name })
        {
            var shown = ValueInspection.Of(value);
            Tell(path, value, $"Enum \"{type.Name}\" cannot represent non-string value: {shown}.{NearValue(shown, type)}");
            return null;
        }

        if (type.Find(name) is { } known) return known.Value;
        Tell(path, value, $"Value \"{name}\" does not exist in \"{type.Name}\" enum.{NearValue(name, type)}");
        return null;
    }

    private void Tell(InputPath? path, ValueNode value, string message) => faults.Add(variable, path, value, message);

    private string NearValue(string written, EnumType type) => Near(written, type.Values.Select(value => value.Name), "the enum value");

    private string Near(string written, IEnumerable<string> names, string? what = null) =>
        suggests ? Suggestions.Ask(Suggestions.Near(written, names), what) : "";

    private object? Scalar(ValueNode value, ScalarType type, InputPath? path)
    {
        try
        {
            return type.Parse(value);
        }
        catch (Exception fault) when (InputValues.IsFault(fault))
        {
            Tell(path, value, OfValue(type, value, fault.Message));
            return null;
        }
    }

    // Scalars speak of literals; graphql-js words a variable's fault by the value, which it cuts where it is long, and an ID's in its own
    // way.
    private static string OfValue(ScalarType type, ValueNode value, string message)
    {
        var (literal, shown) = (LiteralText.Of(value), ValueInspection.Of(value));
        if (type is IdType) return $"ID cannot represent value: {shown}";
        return message.EndsWith(literal, StringComparison.Ordinal) ? message[..^literal.Length] + shown : message;
    }
}
