using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3.10 InputObjectDefaultValueHasCycle: filling in the defaults of an input object comes to an end.</summary>
internal sealed class DefaultValueCycles
{
    private static readonly ObjectValueNode Empty = new([]);

    private readonly HashSet<ArgumentDefinition> _visited = [];
    private readonly List<(ArgumentDefinition Field, string Coordinate)> _path = [];
    private readonly List<SchemaFault> _faults = [];

    public static IReadOnlyList<SchemaFault> FaultsOf(Schema schema)
    {
        var search = new DefaultValueCycles();
        foreach (var type in schema.Types.OfType<InputObjectType>()) search.VisitValue(type, Empty);
        return search._faults;
    }

    private void VisitValue(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items) VisitValue(type, item);
        }

        if (value is not ObjectValueNode given) return;

        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType next) continue;

            if (given.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name) is { } set) VisitValue(next, set.Value);
            else VisitDefault(field, next, $"{type.Name}.{field.Name}");
        }
    }

    private void VisitDefault(ArgumentDefinition field, InputObjectType type, string coordinate)
    {
        if (field.DefaultValue is not { } literal) return;

        if (_path.FindIndex(step => step.Field == field) is >= 0 and var start)
        {
            var others = string.Join(", ", _path.Skip(start + 1).Select(step => step.Coordinate));
            var via = others.Length == 0 ? "" : $" via the default values of: {others}";
            _faults.Add(new(
                coordinate, $"Invalid circular reference. The default value of Input Object field {coordinate} references itself{via}."));
            return;
        }

        if (!_visited.Add(field)) return;

        _path.Add((field, coordinate));
        VisitValue(type, literal);
        _path.RemoveAt(_path.Count - 1);
    }
}
