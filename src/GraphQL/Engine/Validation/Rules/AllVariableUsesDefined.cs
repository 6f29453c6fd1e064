using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.8.3: "Variables are scoped on a per-operation basis. That means that any variable used within the context of an operation must be defined at the top level of that operation."</summary>
internal sealed class AllVariableUsesDefined(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode or OperationDefinitionNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not OperationDefinitionNode operation) return;

        var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var by = operation.Name is { } name ? $" by operation \"{name}\"" : "";
        foreach (var usage in context.UsagesOf(operation).Where(usage => !defined.Contains(usage.Node.Name.Value)))
        {
            context.Report($"Variable \"${usage.Node.Name}\" is not defined{by}.", usage.Node, operation);
        }
    }
}
