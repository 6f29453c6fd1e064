using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.6 A rule on literals. What is inside a list or object that is not expected at its place is not looked at.</summary>
internal abstract class InputValueRule(ValidationContext context) : ValidationRule
{
    protected ValidationContext Context { get; } = context;

    public sealed override bool Enter(SyntaxNode node)
    {
        var isMisplaced = node switch
        {
            // The cursor has gone on to the list's items.
            ListValueNode => Context.Cursor.ParentInputType?.Nullable is not ListType,
            ObjectValueNode => Context.Cursor.InputType?.Named is not InputObjectType,
            _ => false,
        };
        Check(node, isMisplaced);
        return !isMisplaced;
    }

    /// <summary>Looks at a node; lists and objects may be misplaced.</summary>
    protected abstract void Check(SyntaxNode node, bool isMisplaced);
}
