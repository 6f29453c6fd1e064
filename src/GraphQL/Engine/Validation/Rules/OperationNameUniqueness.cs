using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.2.2.1: "Each named operation definition must be unique within a document when referred to by its name."</summary>
internal sealed class OperationNameUniqueness(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Name: { } name } && !_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name}\".", _seen[name.Value], name);
        }

        return node is DocumentNode;
    }
}
