using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.5.1.1: "Each fragment's name must be unique within a document."</summary>
internal sealed class FragmentNameUniqueness(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode { Name: var name } && !_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one fragment named \"{name}\".", _seen[name.Value], name);
        }

        return node is DocumentNode;
    }
}
