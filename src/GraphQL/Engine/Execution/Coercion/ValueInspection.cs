using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>A variable's value as a message shows it: graphql-js's <c>inspect</c>, which cuts long lists and deep values.</summary>
internal static class ValueInspection
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    public static string Of(ValueNode value) => Of(value, 0);

    private static string Of(ValueNode value, int depth) => value switch
    {
        ListValueNode { Items: [] } => "[]",
        ObjectValueNode { Fields: [] } => "{}",
        ListValueNode when depth >= MaxDepth => "[Array]",
        ObjectValueNode when depth >= MaxDepth => "[Object]",
        ListValueNode list => $"[{string.Join(", ", Items(list, depth + 1))}]",
        ObjectValueNode item => $"{{ {string.Join(", ", Fields(item, depth + 1))} }}",
        _ => LiteralText.Of(value),
    };

    private static IEnumerable<string> Fields(ObjectValueNode item, int depth) =>
        item.Fields.Select(field => $"{field.Name.Value}: {Of(field.Value, depth)}");

    private static IEnumerable<string> Items(ListValueNode list, int depth)
    {
        var shown = list.Items.Take(MaxItems).Select(item => Of(item, depth));
        return (list.Items.Count - MaxItems) switch
        {
            <= 0 => shown,
            1 => shown.Append("... 1 more item"),
            var more => shown.Append($"... {more} more items"),
        };
    }
}
