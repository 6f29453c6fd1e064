using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.1.4: "Defined fragments must be used within a document."</summary>
internal sealed class FragmentsMustBeUsed(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not DocumentNode document) return;

        var used = context.FragmentsOf(document.Definitions.OfType<OperationDefinitionNode>())
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>().Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
        }
    }
}
