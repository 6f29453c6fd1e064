using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.6.1: "Literal values must be compatible with the type expected in the position they are found."</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : InputValueRule(context)
{
    protected override void Check(SyntaxNode node, bool isMisplaced)
    {
        switch (node)
        {
            case NullValueNode when Context.Cursor.InputType is { IsNonNull: true } type:
                Context.Report($"Expected value of type \"{type}\", found null.", node);
                break;
            case NullValueNode or VariableNode:
                break;
            case ListValueNode or ObjectValueNode when !isMisplaced:
                break;
            case ValueNode literal when Context.Cursor.InputType is { } type:
                CheckLeaf(literal, type);
                break;
        }
    }

    private void CheckLeaf(ValueNode literal, GraphQLType type)
    {
        switch (type.Named)
        {
            case EnumType named:
                CheckEnum(literal, named);
                break;
            case ScalarType scalar when BuiltInScalars.Contains(scalar) || !HasVariables(literal):
                CheckScalar(literal, scalar, type);
                break;
            case not ScalarType:
                Context.Report($"Expected value of type \"{type}\", found {Printer.Print(literal)}.", literal);
                break;
        }
    }

    private void CheckEnum(ValueNode literal, EnumType type)
    {
        if (literal is EnumValueNode { Value: var name } && type.Find(name) is not null) return;

        var text = Printer.Print(literal);
        var question = Suggestions.Ask(Context.NamesNear(text, type.Values.Select(value => value.Name)), "the enum value");
        var message = literal is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{type}\" enum."
            : $"Enum \"{type}\" cannot represent non-enum value: {text}.";
        Context.Report(message + question, literal);
    }

    private void CheckScalar(ValueNode literal, ScalarType scalar, GraphQLType type)
    {
        try
        {
            scalar.Parse(literal);
        }
        catch (ScalarFormatException refused)
        {
            Context.Report(refused.Message, literal);
        }
        catch (Exception failed) when (failed is FormatException or OverflowException or ArgumentException)
        {
            Context.Report($"Expected value of type \"{type}\", found {Printer.Print(literal)}; {failed.Message}", literal);
        }
    }

    // Scalars that take lists and objects judge them when the variables have their values.
    private static bool HasVariables(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariables),
        ObjectValueNode item => item.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };
}
