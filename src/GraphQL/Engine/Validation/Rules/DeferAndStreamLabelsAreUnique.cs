using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>Incremental delivery, §5.7.6: "The optional label argument on the defer and stream directives must be a unique value" and no variable.</summary>
internal sealed class DeferAndStreamLabelsAreUnique(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name.Value: IncrementalDirectives.Defer or IncrementalDirectives.Stream } directive) Check(directive);
        return true;
    }

    private void Check(DirectiveNode directive)
    {
        switch (IncrementalDirectives.Argument(directive, "label"))
        {
            case null or NullValueNode:
                break;
            case StringValueNode label when !_known.TryAdd(label.Value, directive):
                context.Report(
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                    _known[label.Value], directive);
                break;
            case not StringValueNode:
                context.Report($"Argument \"@{directive.Name}(label:)\" must be a static string.", directive);
                break;
        }
    }
}
