using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Security;

/// <summary>Makes an operation's cost plan from its selections, merged as they are executed. What the same nodes select on the same field is
/// looked at once, and the number of looks is bounded.</summary>
internal sealed class CostPlanner
{
    private const int MaxVisits = 20_000;

    private readonly OperationPlan _plan;
    private readonly CostOptions _options;
    private readonly List<CostedField> _fields = [];
    private readonly Dictionary<Key, int> _places = new(KeyComparer.Instance);
    private int _visits;
    private bool _varies;

    private CostPlanner(OperationPlan plan, CostOptions options) => (_plan, _options) = (plan, options);

    /// <summary>The plan; one that tells no cost where too many types combine to look at.</summary>
    public static CostPlan Plan(OperationPlan plan, CostOptions options)
    {
        var planner = new CostPlanner(plan, options);
        var root = planner.Select(plan.Root.Type, [plan.Operation.Definition.SelectionSet], inherited: null);
        return planner._visits > MaxVisits ? CostPlan.Untold : new(planner._fields, root, planner._varies);
    }

    private CostedSelection Select(ObjectType type, IEnumerable<SelectionSetNode> sets, ListSizing? inherited)
    {
        var places = new List<int>();
        foreach (var group in _plan.Fields.Collect(type, sets.Select(set => new SelectedSet(set, Deferral: null))).Groups)
        {
            if (++_visits > MaxVisits) break;
            List<FieldNode> nodes = [.. group.Fields.Select(selected => selected.Node)];
            if (type.FindField(nodes[0].Name.Value) is not { } field) continue;

            var size = inherited?.SizedFields.Contains(field.Name) == true ? inherited : null;
            places.Add(PlaceOf(field, nodes, size));
        }

        return new(WeightOf(type), [.. places]);
    }

    private int PlaceOf(FieldDefinition field, List<FieldNode> nodes, ListSizing? inherited)
    {
        var key = new Key(field, nodes, inherited);
        if (_places.TryGetValue(key, out var known)) return known;

        var costed = Cost(field, nodes, inherited);
        _fields.Add(costed);
        return _places[key] = _fields.Count - 1;
    }

    private CostedField Cost(FieldDefinition field, List<FieldNode> nodes, ListSizing? inherited)
    {
        var node = nodes[0];
        var own = ListSizing.Of(field, node, _plan.Operation.Document.Source.LocationOf(node.Start), _options.DefaultListSize);
        var size = inherited ?? (own is { SizedFields.Count: 0 } ? own : null);
        var inputs = InputCost.Of(field, node);
        _varies |= own?.Varies == true || inputs?.Varies == true;

        var assumed = field.Type.Nullable is ListType ? _options.DefaultListSize : 1;
        var weight = CostDirectives.WeightIn(field.Directives, field.Type.Named is CompositeType ? 1 : 0);
        return new(weight, inputs, size, assumed, Alternatives(field.Type.Named, nodes, own));
    }

    private IReadOnlyList<CostedSelection> Alternatives(NamedType type, List<FieldNode> nodes, ListSizing? own)
    {
        if (type is not CompositeType) return [new(WeightOf(type), [])];

        var sets = nodes.Select(node => node.SelectionSet!).ToArray();
        return [.. _plan.Operation.Schema.PossibleTypes(type).Select(possible => Select(possible, sets, own))];
    }

    private static double WeightOf(NamedType type) => CostDirectives.WeightIn(type.Directives, type is CompositeType ? 1 : 0);

    private readonly record struct Key(FieldDefinition Field, List<FieldNode> Nodes, ListSizing? Inherited);

    private sealed class KeyComparer : IEqualityComparer<Key>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(Key x, Key y) =>
            x.Field == y.Field && x.Inherited == y.Inherited && x.Nodes.SequenceEqual(y.Nodes);

        public int GetHashCode(Key key) => HashCode.Combine(
            RuntimeHelpers.GetHashCode(key.Field), RuntimeHelpers.GetHashCode(key.Nodes[0]), key.Nodes.Count);
    }
}
