using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.3.1: "The target field of a field selection must be defined on the scoped type of the selection set."</summary>
internal sealed class FieldSelections(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: var name } || context.Cursor.ParentType is not { } parent || context.Cursor.Field is not null) return true;

        var suggestion = context.Options.AllowIntrospection ? Suggest(parent, name) : "";
        context.Report($"Cannot query field \"{name}\" on type \"{parent}\".{suggestion}", node);
        return true;
    }

    // Types on which the field is, else fields of a like name.
    private string Suggest(CompositeType parent, string name)
    {
        var types = parent is ObjectType ? [] : TypesWith(parent, name);
        if (types.Count > 0) return Suggestions.Ask(types, "to use an inline fragment on");
        return parent is FieldsType type ? Suggestions.Ask(Suggestions.Near(name, type.Fields.Select(field => field.Name))) : "";
    }

    // Those that stand for most of the possible types come first, and interfaces before what implements them.
    private List<string> TypesWith(CompositeType parent, string name)
    {
        var uses = new OrderedDictionary<FieldsType, int>();
        foreach (var possible in context.Schema.PossibleTypes(parent).Where(type => type.FindField(name) is not null))
        {
            uses[possible] = 1;
            foreach (var face in possible.Interfaces.Where(face => face.FindField(name) is not null)) uses[face] = uses.GetValueOrDefault(face) + 1;
        }

        var types = uses.Keys.ToList();
        types.Sort((left, right) =>
        {
            if (uses[left] != uses[right]) return uses[right] - uses[left];
            if (left is InterfaceType && context.Schema.IsSubtype(left, right)) return -1;
            if (right is InterfaceType && context.Schema.IsSubtype(right, left)) return 1;
            return Suggestions.CompareNaturally(left.Name, right.Name);
        });
        return [.. types.Select(type => type.Name)];
    }
}
