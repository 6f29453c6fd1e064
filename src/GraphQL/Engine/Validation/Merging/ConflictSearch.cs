using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Merging;

/// <summary>Two fields, or two sides of fields, that answer under one name and differ.</summary>
internal sealed record Conflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right);

/// <summary>Finds the pairs of fields that conflict, each told once, in the words and the order of graphql-js.</summary>
/// <remarks>Fields are compared within each selection set, and between it and the fragments that meet in it, never twice.</remarks>
internal sealed class ConflictSearch(ValidationContext context, MergeBudget budget)
{
    // What is told of a conflict is bounded, whatever the document.
    private const int MaxDetail = 1000;
    private const int MaxNodes = 20;

    // A conflict below takes some forty letters to tell, and one node: more of them than these change nothing of what is told.
    private const int MaxBelow = 32;

    // Looking below two fields takes as long as some comparisons of fields themselves.
    private const int ComparisonsOfLookingBelow = 4;

    private readonly Dictionary<(SelectionSetNode, NamedType?), FieldMap> _maps = [];
    private readonly Dictionary<(FieldMap, string), bool> _comparedWithFragment = [];
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];

    /// <summary>The conflicts within a selection set, fragments included, those below its fields aside; no more than will be told.</summary>
    public IReadOnlyList<Conflict> Within(SelectionSetNode set, NamedType? parent)
    {
        // One more than can be told ends the validation.
        var conflicts = new Conflicts(context.Options.MaxValidationErrors - context.Errors.Count + 1);
        var map = MapOf(set, parent);
        foreach (var (name, fields) in map.Fields)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var j = i + 1; j < fields.Count; j++) Compare(conflicts, false, name, fields[i], fields[j]);
            }
        }

        for (var i = 0; i < map.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, map, map.Fragments[i]);
            for (var j = i + 1; j < map.Fragments.Count; j++) CompareFragments(conflicts, false, map.Fragments[i], map.Fragments[j]);
        }

        return conflicts.Found;
    }

    /// <summary>SameResponseShape for one level: lists, nulls and leaves are alike.</summary>
    public static bool HaveOtherShapes(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        _ when one == other => false,
        (ListType a, ListType b) => HaveOtherShapes(a.OfType, b.OfType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType a, NonNullType b) => HaveOtherShapes(a.OfType, b.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (CompositeType or InputObjectType, CompositeType or InputObjectType) => false,
        _ => true,
    };

    /// <summary>Cuts a text that a client made too long.</summary>
    public static string Cut(string text) => text.Length > MaxDetail ? text[..MaxDetail] + "..." : text;

    private FieldMap MapOf(SelectionSetNode set, NamedType? parent)
    {
        if (!_maps.TryGetValue((set, parent), out var map)) _maps[(set, parent)] = map = FieldMap.Of(context.Schema, parent, set);
        return map;
    }

    private FieldMap MapOf(FragmentDefinitionNode fragment) =>
        MapOf(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value));

    private void CompareWithFragment(Conflicts conflicts, bool exclusive, FieldMap map, string name)
    {
        if (conflicts.IsFull) return;
        budget.Spend(1);
        if (map.Count == 0 || IsDone(_comparedWithFragment, (map, name), exclusive)) return;

        _comparedWithFragment[(map, name)] = exclusive;
        if (context.FindFragment(name) is not { } fragment || MapOf(fragment) is var other && other == map) return;

        CompareMaps(conflicts, exclusive, map, other);
        foreach (var inner in other.Fragments) CompareWithFragment(conflicts, exclusive, map, inner);
    }

    private void CompareFragments(Conflicts conflicts, bool exclusive, string left, string right)
    {
        if (conflicts.IsFull) return;
        budget.Spend(1);
        if (left == right || IsDone(_comparedFragments, (left, right), exclusive) || IsDone(_comparedFragments, (right, left), exclusive)) return;

        _comparedFragments[(left, right)] = exclusive;
        if (context.FindFragment(left) is not { } one || context.FindFragment(right) is not { } other) return;

        var (leftMap, rightMap) = (MapOf(one), MapOf(other));
        CompareMaps(conflicts, exclusive, leftMap, rightMap);
        foreach (var inner in rightMap.Fragments) CompareFragments(conflicts, exclusive, left, inner);
        foreach (var inner in leftMap.Fragments) CompareFragments(conflicts, exclusive, inner, right);
    }

    // A comparison of fields that never meet leaves out more, so it does not stand for one of fields that do.
    private static bool IsDone<TKey>(Dictionary<TKey, bool> compared, TKey pair, bool exclusive) where TKey : notnull =>
        compared.TryGetValue(pair, out var wasExclusive) && (exclusive || !wasExclusive);

    private void CompareMaps(Conflicts conflicts, bool exclusive, FieldMap left, FieldMap right)
    {
        foreach (var (name, fields) in left.Fields)
        {
            if (!right.Fields.TryGetValue(name, out var others)) continue;
            foreach (var one in fields)
            {
                foreach (var other in others) Compare(conflicts, exclusive, name, one, other);
            }
        }
    }

    private void Compare(Conflicts conflicts, bool parentsExclusive, string name, FieldUse one, FieldUse other)
    {
        if (conflicts.IsFull) return;
        budget.Spend(1);
        var exclusive = parentsExclusive || (one.Parent is ObjectType && other.Parent is ObjectType && one.Parent != other.Parent);
        var reason = exclusive ? null : DifferenceOf(one, other);
        reason ??= OverlapOf(one, other);
        if (reason is null && one.Definition?.Type is { } type && other.Definition?.Type is { } otherType && HaveOtherShapes(type, otherType))
        {
            reason = $"they return conflicting types \"{type}\" and \"{otherType}\"";
        }

        if (reason is not null) conflicts.Add(new(name, reason, [one.Node], [other.Node]));
        else if (one.Node.SelectionSet is not null && other.Node.SelectionSet is not null) CompareBelow(conflicts, exclusive, name, one, other);
    }

    private static string? DifferenceOf(FieldUse one, FieldUse other)
    {
        var (name, otherName) = (one.Node.Name.Value, other.Node.Name.Value);
        if (name != otherName) return $"\"{Cut(name)}\" and \"{Cut(otherName)}\" are different fields";
        return one.HasArgumentsOf(other) ? null : "they have differing arguments";
    }

    // A list comes in one stream: two that ask for it in one place cannot both have their way, not even where they agree.
    private static string? OverlapOf(FieldUse one, FieldUse other)
    {
        const string reason = "they have overlapping stream directives";
        if (one.Stream is null && other.Stream is null) return null;
        return one.Streams(other) ? reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100" : reason;
    }

    private void CompareBelow(Conflicts conflicts, bool exclusive, string name, FieldUse one, FieldUse other)
    {
        budget.Spend(ComparisonsOfLookingBelow);
        var below = new Conflicts(MaxBelow);
        var left = MapOf(one.Node.SelectionSet!, one.InnerType);
        var right = MapOf(other.Node.SelectionSet!, other.InnerType);
        CompareMaps(below, exclusive, left, right);
        foreach (var fragment in right.Fragments) CompareWithFragment(below, exclusive, left, fragment);
        foreach (var fragment in left.Fragments) CompareWithFragment(below, exclusive, right, fragment);
        foreach (var leftFragment in left.Fragments)
        {
            foreach (var rightFragment in right.Fragments) CompareFragments(below, exclusive, leftFragment, rightFragment);
        }

        if (below.Found.Count == 0) return;
        conflicts.Add(new(
            name,
            Cut(ReasonOf(below.Found)),
            NodesOf(one.Node, below.Found, conflict => conflict.Left),
            NodesOf(other.Node, below.Found, conflict => conflict.Right)));
    }

    private static string ReasonOf(IReadOnlyList<Conflict> conflicts)
    {
        var reason = "";
        foreach (var conflict in conflicts)
        {
            reason += $"{(reason.Length == 0 ? "" : " and ")}subfields \"{Cut(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxDetail) break;
        }

        return reason;
    }

    // The field, then those below it; where there are too many, the deepest are kept.
    private static List<FieldNode> NodesOf(FieldNode field, IReadOnlyList<Conflict> conflicts, Func<Conflict, IReadOnlyList<FieldNode>> side)
    {
        List<FieldNode> nodes = [field];
        foreach (var conflict in conflicts)
        {
            nodes.AddRange(side(conflict).TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes) break;
        }

        return nodes;
    }
}
