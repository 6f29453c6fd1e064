using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.2.3.1: an operation without a name must be the document's only operation.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule
{
    private readonly int _operations = context.Document.Definitions.OfType<OperationDefinitionNode>().Count();

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Name: null } && _operations > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", node);
        }

        return node is DocumentNode;
    }
}
