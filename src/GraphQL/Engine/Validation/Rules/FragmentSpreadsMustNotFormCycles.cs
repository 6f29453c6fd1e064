using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.2.2: "The graph of fragment spreads must not form any cycles including spreading itself."</summary>
internal sealed class FragmentSpreadsMustNotFormCycles(ValidationContext context) : ValidationRule
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _placeInPath = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode fragment) Follow(fragment);
        return node is DocumentNode;
    }

    // Each fragment once, depth first; a spread of a fragment that is on the path closes a cycle.
    private void Follow(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name)) return;

        _placeInPath[name] = _path.Count;
        foreach (var spread in context.SpreadsIn(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_placeInPath.TryGetValue(spread.Name.Value, out var start)) Report(spread, _path[start..]);
            else if (context.FindFragment(spread.Name.Value) is { } next) Follow(next);
            _path.RemoveAt(_path.Count - 1);
        }

        _placeInPath.Remove(name);
    }

    private void Report(FragmentSpreadNode spread, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name}\""));
        context.Report($"Cannot spread fragment \"{spread.Name}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
    }
}
