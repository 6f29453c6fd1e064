using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.4.3: "Arguments can be required. An argument is required if the argument type is non-null and does not have a default value."</summary>
internal sealed class RequiredArguments(ValidationContext context) : ValidationRule
{
    // On leaving, so that deeper errors come first.
    public override void Leave(SyntaxNode node)
    {
        switch (node)
        {
            case FieldNode field when context.Cursor.Field is { } definition:
                Check(node, field.Arguments, $"Field \"{definition.Name}\"", definition.Arguments);
                break;
            case DirectiveNode { Name.Value: var name } directive when context.Schema.FindDirective(name) is { } definition:
                Check(node, directive.Arguments, $"Directive \"@{name}\"", definition.Arguments);
                break;
        }
    }

    private void Check(SyntaxNode node, IReadOnlyList<ArgumentNode> given, string of, IReadOnlyList<ArgumentDefinition> defined)
    {
        foreach (var required in defined.Where(definition => definition.IsRequired && given.All(argument => argument.Name.Value != definition.Name)))
        {
            context.Report($"{of} argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was not provided.", node);
        }
    }
}
