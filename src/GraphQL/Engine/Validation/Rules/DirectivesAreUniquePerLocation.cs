using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.7.3: "GraphQL allows directives that are defined as repeatable to be used more than once on the definition they apply to"; others are used once.</summary>
internal sealed class DirectivesAreUniquePerLocation(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        var directives = DirectivesOf(node);
        for (var i = 1; i < directives.Count; i++)
        {
            var name = directives[i].Name.Value;
            var first = directives.First(directive => directive.Name.Value == name);
            if (first != directives[i] && context.Schema.FindDirective(name) is { IsRepeatable: false })
            {
                context.Report($"The directive \"@{name}\" can only be used once at this location.", first, directives[i]);
            }
        }

        return true;
    }

    private static IReadOnlyList<DirectiveNode> DirectivesOf(SyntaxNode node) => node switch
    {
        OperationDefinitionNode operation => operation.Directives,
        VariableDefinitionNode variable => variable.Directives,
        SelectionNode selection => selection.Directives,
        FragmentDefinitionNode fragment => fragment.Directives,
        _ => [],
    };
}
