using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.7.2: "GraphQL services define what directives they support and where they support them."</summary>
internal sealed class DirectivesAreInValidLocations(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name: var name }
            && context.Schema.FindDirective(name.Value) is { } directive
            && LocationOf(context.Cursor.Parent) is var location
            && !directive.Locations.Contains(location))
        {
            context.Report($"Directive \"@{name}\" may not be used on {location}.", node);
        }

        return true;
    }

    private static string LocationOf(SyntaxNode? parent) => parent switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => "QUERY",
        OperationDefinitionNode { Operation: OperationType.Mutation } => "MUTATION",
        OperationDefinitionNode => "SUBSCRIPTION",
        VariableDefinitionNode => "VARIABLE_DEFINITION",
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        _ => "FRAGMENT_DEFINITION",
    };
}
