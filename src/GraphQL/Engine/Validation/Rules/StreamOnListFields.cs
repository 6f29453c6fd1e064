using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>Incremental delivery, §5.7.7: "Stream directive usage on fields that are not lists is invalid."</summary>
internal sealed class StreamOnListFields(ValidationContext context) : ValidationRule
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name.Value: IncrementalDirectives.Stream }
            && context.Cursor is { Field: { Type.Nullable: not ListType } field, ParentType: { } parent })
        {
            context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent}.{field.Name}\".", node);
        }

        return true;
    }
}
