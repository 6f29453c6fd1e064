using System.Globalization;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Merging;

/// <summary>
/// §5.3.2 Whether every field of a document can be merged, found level by level: all fields that answer under one name are looked at together,
/// and all that is below them is merged and looked at once. The cost is that of the fields, not of their pairs.
/// </summary>
/// <remarks>It says yes or no, and no where it is in doubt; <see cref="ConflictSearch"/> finds what conflicts with what.</remarks>
internal sealed class MergeCheck(ValidationContext context, MergeBudget budget)
{
    private readonly Dictionary<(SelectionSetNode Set, NamedType? Parent), (FieldMap Map, int Id)> _maps = [];
    private readonly HashSet<string> _shapesSeen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answersSeen = new(StringComparer.Ordinal);

    /// <summary>Whether nothing in the document conflicts.</summary>
    /// <exception cref="ValidationAbortedException">It costs more than the budget to find out.</exception>
    public bool Succeeds() => context.Document.Definitions.All(definition => definition switch
    {
        OperationDefinitionNode operation => Succeeds(operation.SelectionSet, context.Schema.RootType(operation.Operation)),
        FragmentDefinitionNode fragment => Succeeds(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value)),
        _ => true,
    });

    private bool Succeeds(SelectionSetNode set, NamedType? type)
    {
        // What cannot be selected on has no fields that are known.
        var parent = type as CompositeType;
        return HaveSameShapes([(set, parent)]) && HaveSameAnswers([(set, parent)]);
    }

    // SameResponseShape: whatever the types of the parents, one name has one kind of value.
    private bool HaveSameShapes(IEnumerable<(SelectionSetNode, NamedType?)> sets)
    {
        if (Merge(sets, _shapesSeen) is not { } merged) return true;

        foreach (var fields in merged.Values)
        {
            if (fields.Count > 1 && fields.Exists(field => field.Stream is not null)) return false;
            var first = fields.FirstOrDefault(field => field.Definition is not null)?.Definition;
            if (first is not null && fields.Exists(field => field.Definition is { } other && ConflictSearch.HaveOtherShapes(first.Type, other.Type))) return false;
            if (!HaveSameShapes(Below(fields))) return false;
        }

        return true;
    }

    // FieldsInSetCanMerge: where one value can be of both parents' types, one name is one field with the same arguments.
    private bool HaveSameAnswers(IEnumerable<(SelectionSetNode, NamedType?)> sets)
    {
        if (Merge(sets, _answersSeen) is not { } merged) return true;

        foreach (var fields in merged.Values)
        {
            foreach (var group in GroupsThatMeet(fields))
            {
                var first = group[0];
                if (group.Count > 1 && group.Exists(field => field.HasDoubtfulArguments || !IsSame(first, field))) return false;
                if (!HaveSameAnswers(Below(group))) return false;
            }
        }

        return true;
    }

    private static bool IsSame(FieldUse one, FieldUse other) => one.Node.Name.Value == other.Node.Name.Value && one.HasArgumentsOf(other);

    // Fields of one object type meet each other and all those of interfaces; fields of two object types never meet.
    private static IEnumerable<List<FieldUse>> GroupsThatMeet(List<FieldUse> fields)
    {
        if (fields.Count == 1) return [fields];

        var others = fields.Where(field => field.Parent is not ObjectType).ToList();
        var objects = fields.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent).ToList();
        return objects.Count == 0 ? [others] : objects.Select(group => (List<FieldUse>)[.. group, .. others]);
    }

    private static IEnumerable<(SelectionSetNode, NamedType?)> Below(List<FieldUse> fields) =>
        fields.Where(field => field.Node.SelectionSet is not null).Select(field => (field.Node.SelectionSet!, field.InnerType));

    // The fields of some selection sets and of the fragments that they spread; null where the same sets were merged before, or there are none.
    private Dictionary<string, List<FieldUse>>? Merge(IEnumerable<(SelectionSetNode, NamedType?)> sets, HashSet<string> seen)
    {
        var maps = new SortedDictionary<int, FieldMap>();
        var spread = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<(SelectionSetNode, NamedType?)>(sets);
        while (pending.TryDequeue(out var next))
        {
            var (map, id) = MapOf(next);
            if (!maps.TryAdd(id, map)) continue;

            budget.Spend(map.Count);
            foreach (var fragment in map.Fragments.Where(spread.Add).Select(context.FindFragment).OfType<FragmentDefinitionNode>())
            {
                pending.Enqueue((fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value)));
            }
        }

        if (maps.Count == 0 || !seen.Add(string.Join(',', maps.Keys.Select(id => id.ToString(CultureInfo.InvariantCulture))))) return null;

        var merged = new Dictionary<string, List<FieldUse>>(StringComparer.Ordinal);
        foreach (var (name, fields) in maps.Values.SelectMany(map => map.Fields))
        {
            if (!merged.TryGetValue(name, out var same)) merged.Add(name, same = []);
            same.AddRange(fields);
        }

        return merged;
    }

    private (FieldMap Map, int Id) MapOf((SelectionSetNode Set, NamedType? Parent) key)
    {
        if (!_maps.TryGetValue(key, out var known)) _maps[key] = known = (FieldMap.Of(context.Schema, key.Parent, key.Set), _maps.Count);
        return known;
    }
}
