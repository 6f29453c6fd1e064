using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.8.4: "All variables defined by an operation must be used in that operation or a fragment transitively included by that operation."</summary>
internal sealed class AllVariablesUsed(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode or OperationDefinitionNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not OperationDefinitionNode operation) return;

        var used = context.UsagesOf(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var where = operation.Name is { } name ? $" in operation \"{name}\"" : "";
        foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Variable.Name.Value)))
        {
            context.Report($"Variable \"${variable.Variable.Name}\" is never used{where}.", variable);
        }
    }
}
