using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.4.2: "Fields and directives treat arguments as a mapping of argument name to value. More than one argument with the same name in an argument set is ambiguous and invalid."</summary>
internal sealed class ArgumentUniqueness(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        var arguments = node switch
        {
            FieldNode field => field.Arguments,
            DirectiveNode directive => directive.Arguments,
            _ => [],
        };
        if (arguments.Count > 1)
        {
            foreach (var same in arguments.Select(argument => argument.Name).GroupBy(name => name.Value).Where(same => same.Count() > 1))
            {
                context.Report($"There can be only one argument named \"{same.Key}\".", same);
            }
        }

        return true;
    }
}
