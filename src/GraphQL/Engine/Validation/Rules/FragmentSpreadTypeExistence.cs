using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.1.2: "Fragments must be specified on types that exist in the schema." So must the types of variables.</summary>
internal sealed class FragmentSpreadTypeExistence(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is NamedTypeNode { Name.Value: var name } && context.Schema.FindType(name) is null)
        {
            var near = context.NamesNear(name, context.Schema.Types.Select(type => type.Name));
            context.Report($"Unknown type \"{name}\".{Suggestions.Ask(near)}", node);
        }

        return true;
    }
}
