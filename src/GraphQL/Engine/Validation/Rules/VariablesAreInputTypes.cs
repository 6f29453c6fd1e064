using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.8.2: "Variables can only be input types. Objects, unions, and interfaces cannot be used as inputs."</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is VariableDefinitionNode variable && context.Schema.TypeOf(variable.Type) is { IsInput: false })
        {
            context.Report($"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
        }

        return true;
    }
}
