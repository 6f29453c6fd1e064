using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.4.1: "Every argument provided to a field or directive must be defined in the set of possible arguments of that field or directive."</summary>
internal sealed class ArgumentNames(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case DirectiveNode { Name.Value: var name } directive:
                if (context.Schema.FindDirective(name) is { } definition)
                {
                    foreach (var argument in directive.Arguments.Where(argument => definition.FindArgument(argument.Name.Value) is null))
                    {
                        Report(argument, $"directive \"@{name}\"", definition.Arguments);
                    }
                }

                return false;
            case ArgumentNode argument when context.Cursor is { Argument: null, Field: { } field, ParentType: { } parent }:
                Report(argument, $"field \"{parent}.{field.Name}\"", field.Arguments);
                return true;
            default:
                return true;
        }
    }

    private void Report(ArgumentNode argument, string of, IReadOnlyList<ArgumentDefinition> known)
    {
        var near = context.NamesNear(argument.Name.Value, known.Select(definition => definition.Name));
        context.Report($"Unknown argument \"{argument.Name}\" on {of}.{Suggestions.Ask(near)}", argument);
    }
}
