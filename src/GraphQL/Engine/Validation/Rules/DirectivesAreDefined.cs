using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.7.1: "GraphQL services define what directives they support. For each usage of a directive, the directive must be available on that service."</summary>
internal sealed class DirectivesAreDefined(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name: var name } && context.Schema.FindDirective(name.Value) is null)
        {
            context.Report($"Unknown directive \"@{name}\".", node);
        }

        return true;
    }
}
