using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.6.2: "Every input field provided in an input object value must be defined in the set of possible fields of that input object's expected type."</summary>
internal sealed class InputObjectFieldNames(ValidationContext context) : InputValueRule(context)
{
    protected override void Check(SyntaxNode node, bool isMisplaced)
    {
        if (node is not ObjectFieldNode { Name.Value: var name }
            || Context.Cursor.InputType is not null
            || Context.Cursor.ParentInputType?.Named is not InputObjectType type)
        {
            return;
        }

        var near = Context.NamesNear(name, type.Fields.Select(field => field.Name));
        Context.Report($"Field \"{name}\" is not defined by type \"{type}\".{Suggestions.Ask(near)}", node);
    }
}
