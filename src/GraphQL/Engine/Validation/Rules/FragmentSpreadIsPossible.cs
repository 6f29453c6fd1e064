using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.2.3: "Fragments are declared on a type and will only apply when the runtime object type matches the type condition."</summary>
internal sealed class FragmentSpreadIsPossible(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (context.Cursor.ParentType is not { } parent) return true;

        switch (node)
        {
            case InlineFragmentNode when context.Cursor.Type is CompositeType type && !context.Schema.Overlap(type, parent):
                context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
                break;
            case FragmentSpreadNode { Name: var name } when TypeOf(name) is { } type && !context.Schema.Overlap(type, parent):
                context.Report($"Fragment \"{name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
                break;
        }

        return true;
    }

    private CompositeType? TypeOf(NameNode fragment) =>
        context.FindFragment(fragment.Value) is { } found ? context.Schema.FindType(found.TypeCondition.Name.Value) as CompositeType : null;
}
