using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation;

/// <summary>Walks a document once, in the order of the text, with a type cursor that every rule reads.</summary>
internal sealed class DocumentWalker(TypeCursor cursor, IReadOnlyList<ValidationRule> rules)
{
    // The node below which a rule sees nothing.
    private readonly SyntaxNode?[] _skipping = new SyntaxNode?[rules.Count];

    /// <summary>Shows a node and all below it to the rules.</summary>
    public void Visit(SyntaxNode node)
    {
        cursor.Enter(node);
        for (var i = 0; i < rules.Count; i++)
        {
            if (_skipping[i] is null && !rules[i].Enter(node)) _skipping[i] = node;
        }

        VisitChildren(node);
        for (var i = 0; i < rules.Count; i++)
        {
            if (_skipping[i] is null) rules[i].Leave(node);
            else if (_skipping[i] == node) _skipping[i] = null;
        }

        cursor.Leave(node);
    }

    // Descriptions mean nothing here, and type system definitions are refused whole by ExecutableDefinitions.
    private void VisitChildren(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                VisitAll(document.Definitions);
                break;
            case OperationDefinitionNode operation:
                VisitAll(operation.Variables);
                VisitAll(operation.Directives);
                Visit(operation.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                Visit(variable.Variable);
                Visit(variable.Type);
                if (variable.DefaultValue is not null) Visit(variable.DefaultValue);
                VisitAll(variable.Directives);
                break;
            case SelectionSetNode set:
                VisitAll(set.Selections);
                break;
            case FieldNode field:
                VisitAll(field.Arguments);
                VisitAll(field.Directives);
                if (field.SelectionSet is not null) Visit(field.SelectionSet);
                break;
            case FragmentSpreadNode spread:
                VisitAll(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                if (fragment.TypeCondition is not null) Visit(fragment.TypeCondition);
                VisitAll(fragment.Directives);
                Visit(fragment.SelectionSet);
                break;
            case FragmentDefinitionNode fragment:
                Visit(fragment.TypeCondition);
                VisitAll(fragment.Directives);
                Visit(fragment.SelectionSet);
                break;
            default:
                VisitPartsOfValue(node);
                break;
        }
    }

    private void VisitPartsOfValue(SyntaxNode node)
    {
        switch (node)
        {
            case ArgumentNode argument:
                Visit(argument.Value);
                break;
            case DirectiveNode directive:
                VisitAll(directive.Arguments);
                break;
            case ListValueNode list:
                VisitAll(list.Items);
                break;
            case ObjectValueNode item:
                VisitAll(item.Fields);
                break;
            case ObjectFieldNode field:
                Visit(field.Value);
                break;
            case ListTypeNode list:
                Visit(list.Type);
                break;
            case NonNullTypeNode nonNull:
                Visit(nonNull.Type);
                break;
        }
    }

    private void VisitAll(IReadOnlyList<SyntaxNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++) Visit(nodes[i]);
    }
}
