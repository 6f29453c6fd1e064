using Investr.GraphQL.Introspection;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§4: introspection is answered where the service allows it. <c>__typename</c> always is.</summary>
internal sealed class IntrospectionAllowed(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (!context.Options.AllowIntrospection
            && node is FieldNode { Name: var name }
            && (context.Cursor.Field == MetaFields.Schema || context.Cursor.Field == MetaFields.Type))
        {
            context.Report(
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{name}\".",
                ErrorCodes.IntrospectionNotAllowed,
                [node]);
        }

        return !context.Options.AllowIntrospection;
    }
}
