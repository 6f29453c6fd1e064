namespace Investr.GraphQL.Types;

/// <summary>§3.10 "If an Input Object references itself either directly or through referenced Input Objects, at least one of the fields in the chain of references must be either a nullable or a List type."</summary>
internal static class InputCycles
{
    public static IReadOnlyList<SchemaFault> FaultsOf(Schema schema)
    {
        var (done, path, faults) = (new HashSet<InputObjectType>(), new List<ArgumentDefinition>(), new List<SchemaFault>());
        foreach (var type in schema.Types.OfType<InputObjectType>()) Visit(type, [], path, done, faults);
        return faults;
    }

    private static void Visit(
        InputObjectType type,
        List<InputObjectType> open,
        List<ArgumentDefinition> path,
        HashSet<InputObjectType> done,
        List<SchemaFault> faults)
    {
        if (open.IndexOf(type) is >= 0 and var start)
        {
            var chain = string.Join(".", path.Skip(start).Select(field => field.Name));
            faults.Add(new(
                $"{type.Name}.{path[start].Name}",
                $"Invalid circular reference. The Input Object {type.Name} references itself in the non-null fields: {chain}."));
            return;
        }

        if (done.Contains(type)) return;

        open.Add(type);
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType next }) continue;

            path.Add(field);
            Visit(next, open, path, done, faults);
            path.RemoveAt(path.Count - 1);
        }

        open.RemoveAt(open.Count - 1);
        done.Add(type);
    }
}
