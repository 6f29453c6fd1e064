using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation;

/// <summary>§5 One rule, made anew for each document. All rules see each node of one walk.</summary>
internal abstract class ValidationRule
{
    /// <summary>Looks at a node before what is below it; false where this rule need not see that.</summary>
    public virtual bool Enter(SyntaxNode node) => true;

    /// <summary>Looks at a node after what is below it.</summary>
    public virtual void Leave(SyntaxNode node)
    {
    }
}
