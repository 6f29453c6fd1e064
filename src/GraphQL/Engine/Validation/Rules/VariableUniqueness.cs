using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.8.1: "If any operation defines more than one variable with the same name, it is ambiguous and invalid."</summary>
internal sealed class VariableUniqueness(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode operation)
        {
            foreach (var same in operation.Variables.Select(variable => variable.Variable.Name).GroupBy(name => name.Value).Where(same => same.Count() > 1))
            {
                context.Report($"There can be only one variable named \"${same.Key}\".", same);
            }
        }

        return node is DocumentNode;
    }
}
