using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.3.3: "Field selections on scalars or enums are never allowed, because they are the leaf nodes of any GraphQL operation."</summary>
internal sealed class LeafFieldSelections(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode field || context.Cursor.Type is not { } type) return true;

        if (type.Named is CompositeType)
        {
            if (field.SelectionSet is null)
            {
                context.Report(
                    $"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
            }
        }
        else if (field.SelectionSet is { } set)
        {
            context.Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        }

        return true;
    }
}
