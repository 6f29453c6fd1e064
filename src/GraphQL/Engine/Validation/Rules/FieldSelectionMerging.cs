using Investr.GraphQL.Language;
using Investr.GraphQL.Validation.Merging;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.3.2: "If multiple field selections with the same response names are encountered during execution, the field and arguments to execute and the resulting value should be unambiguous."</summary>
internal sealed class FieldSelectionMerging(ValidationContext context) : ValidationRule
{
    private readonly MergeBudget _budget = new(context);
    private ConflictSearch? _search;

    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode:
                if (new MergeCheck(context, _budget).Succeeds()) return false;
                _search = new(context, _budget);
                return true;

            // Inline fragments are opened into the selection set around them.
            case SelectionSetNode set when context.Cursor.Parent is not InlineFragmentNode:
                Report(set);
                return true;
            default:
                return true;
        }
    }

    private void Report(SelectionSetNode set)
    {
        foreach (var conflict in _search!.Within(set, context.Cursor.ParentType))
        {
            context.Report(
                $"Fields \"{ConflictSearch.Cut(conflict.ResponseName)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Left, .. conflict.Right]);
        }
    }
}
