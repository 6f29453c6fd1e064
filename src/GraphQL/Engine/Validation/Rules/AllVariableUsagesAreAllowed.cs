using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.8.5: "Variable usages must be compatible with the arguments they are passed to."</summary>
internal sealed class AllVariableUsagesAreAllowed(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode or OperationDefinitionNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not OperationDefinitionNode operation) return;

        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables) definitions[variable.Variable.Name.Value] = variable;
        foreach (var usage in context.UsagesOf(operation))
        {
            if (usage.Type is { } expected && definitions.TryGetValue(usage.Node.Name.Value, out var definition)) Check(definition, usage, expected);
        }
    }

    private void Check(VariableDefinitionNode definition, VariableUsage usage, GraphQLType expected)
    {
        var name = usage.Node.Name.Value;
        var type = context.Schema.TypeOf(definition.Type);
        if (type is not null && !IsAllowed(definition, type, usage, expected))
        {
            context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        }

        // §3.10.1: the one field that is given may not be null, so neither may a variable that stands for it.
        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && type is { IsNonNull: false })
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Node);
        }
    }

    // §5.8.5 IsVariableUsageAllowed: a default on either side makes up for a null.
    private static bool IsAllowed(VariableDefinitionNode definition, GraphQLType type, VariableUsage usage, GraphQLType expected)
    {
        if (!expected.IsNonNull || type.IsNonNull) return SchemaQuestions.IsCompatible(type, expected);

        var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.Place?.DefaultValue is not null;
        return hasDefault && SchemaQuestions.IsCompatible(type, expected.Nullable);
    }
}
