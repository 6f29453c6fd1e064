using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.6.4: "Input object fields may be required. […] Otherwise, the input object field is optional." A OneOf input object takes exactly one field, and not null.</summary>
internal sealed class InputObjectRequiredFields(ValidationContext context) : InputValueRule(context)
{
    protected override void Check(SyntaxNode node, bool isMisplaced)
    {
        if (isMisplaced || node is not ObjectValueNode literal || Context.Cursor.InputType?.Named is not InputObjectType type) return;

        var given = new OrderedDictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in literal.Fields) given[field.Name.Value] = field.Value;

        foreach (var missing in type.Fields.Where(field => field.IsRequired && !given.ContainsKey(field.Name)))
        {
            Context.Report($"Field \"{type}.{missing.Name}\" of required type \"{missing.Type}\" was not provided.", literal);
        }

        if (!type.IsOneOf) return;
        if (given.Count != 1) Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", literal);
        else if (given.GetAt(0) is { Key: var name, Value: NullValueNode }) Context.Report($"Field \"{type}.{name}\" must be non-null.", literal);
    }
}
