using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.1.1: "Executable documents must only contain executable definitions: operations and fragments."</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        foreach (var definition in ((DocumentNode)node).Definitions.OfType<TypeSystemNode>())
        {
            context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }

        return false;
    }

    private static string NameOf(TypeSystemNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
        _ => "schema",
    };
}
