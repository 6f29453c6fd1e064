using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.2.1: "Named fragment spreads must refer to fragments defined within the document."</summary>
internal sealed class FragmentSpreadTargetDefined(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentSpreadNode { Name: var name } && context.FindFragment(name.Value) is null)
        {
            context.Report($"Unknown fragment \"{name}\".", name);
        }

        return true;
    }
}
