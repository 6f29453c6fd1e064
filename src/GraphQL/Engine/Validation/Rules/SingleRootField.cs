using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.2.4.1: "Subscription operations must have exactly one root field." It is no introspection field, and no @skip or @include decides on it.</summary>
internal sealed class SingleRootField(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: OperationType.Subscription } operation && context.Schema.Subscription is { } root)
        {
            Check(operation, root);
        }

        return node is DocumentNode;
    }

    private void Check(OperationDefinitionNode operation, ObjectType root)
    {
        var subscription = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var collected = new RootFields(context, root);
        collected.Add(operation.SelectionSet);

        if (collected.Conditions.Count > 0)
        {
            context.Report(
                $"{subscription} must not use `@skip` or `@include` directives in the top level selection.", collected.Conditions);
            return;
        }

        if (collected.ByResponseName.Count > 1)
        {
            context.Report(
                $"{subscription} must select only one top level field.", collected.ByResponseName.Skip(1).SelectMany(fields => fields.Value));
        }

        foreach (var fields in collected.ByResponseName.Select(entry => entry.Value))
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report($"{subscription} must not select an introspection top level field.", fields);
            }
        }
    }

    /// <summary>§5.2.4.1 CollectSubscriptionFields.</summary>
    private sealed class RootFields(ValidationContext context, ObjectType root)
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

        public OrderedDictionary<string, List<FieldNode>> ByResponseName { get; } = new(StringComparer.Ordinal);

        public List<DirectiveNode> Conditions { get; } = [];

        public void Add(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                Conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                switch (selection)
                {
                    case FieldNode field:
                        if (!ByResponseName.TryGetValue(field.ResponseName, out var fields)) ByResponseName.Add(field.ResponseName, fields = []);
                        fields.Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                        Add(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when _visited.Add(spread.Name.Value):
                        if (context.FindFragment(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition)) Add(fragment.SelectionSet);
                        break;
                }
            }
        }

        private bool Applies(NamedTypeNode condition) =>
            context.Schema.FindType(condition.Name.Value) is CompositeType type && context.Schema.PossibleTypes(type).Contains(root);
    }
}
