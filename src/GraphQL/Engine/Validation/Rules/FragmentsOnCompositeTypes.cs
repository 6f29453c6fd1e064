using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.1.3: "Fragments can only be declared on unions, interfaces, and objects."</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case InlineFragmentNode { TypeCondition: { } condition } when IsOther(condition):
                context.Report($"Fragment cannot condition on non composite type \"{condition}\".", condition);
                break;
            case FragmentDefinitionNode { TypeCondition: var condition, Name: var name } when IsOther(condition):
                context.Report($"Fragment \"{name}\" cannot condition on non composite type \"{condition}\".", condition);
                break;
        }

        return true;
    }

    private bool IsOther(NamedTypeNode condition) => context.Schema.FindType(condition.Name.Value) is not (null or CompositeType);
}
