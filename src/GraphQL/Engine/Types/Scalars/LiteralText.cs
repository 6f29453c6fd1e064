using System.Globalization;
using System.Text;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>Values as a message or a printed schema shows them: in the language's own literals.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) => literal switch
    {
        VariableNode variable => $"${variable.Name.Value}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => Quoted(text.Value),
        BooleanValueNode flag => flag.Value ? "true" : "false",
        EnumValueNode name => name.Value,
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        ObjectValueNode { Fields: [] } => "{  }",
        ObjectValueNode item => $"{{ {string.Join(", ", item.Fields.Select(field => $"{field.Name.Value}: {Of(field.Value)}"))} }}",
        _ => "null",
    };

    /// <summary>A CLR value in a message about a result.</summary>
    public static string OfValue(object value) => value is string text ? Quoted(text) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' or (>= '\u007f' and <= '\u009f') => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
