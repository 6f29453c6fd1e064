using System.Collections;
using System.Globalization;
using System.Text.Json;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>Any JSON value. Read as string, bool, long, decimal or double, list and dictionary; written from those and from <see cref="JsonElement"/>.</summary>
public sealed class AnyType : ScalarType<object>
{
    /// <summary>Makes the scalar.</summary>
    public AnyType(string name = "Any") : base(name) => Description = "Any JSON value.";

    /// <inheritdoc/>
    public override object Parse(ValueNode literal) => Read(literal)!;

    /// <inheritdoc/>
    public override void Write(object value, ResultWriter writer) => WriteAny(value, writer);

    /// <inheritdoc/>
    public override ValueNode ToLiteral(object value) => value switch
    {
        string text => new StringValueNode(text),
        bool flag => new BooleanValueNode(flag),
        IDictionary<string, object?> fields => new ObjectValueNode([.. fields.Select(field =>
            new ObjectFieldNode(new(field.Key), field.Value is null ? new NullValueNode() : ToLiteral(field.Value)))]),
        IEnumerable items => new ListValueNode(
            [.. items.Cast<object?>().Select(item => item is null ? new NullValueNode() : ToLiteral(item))]),
        int or long or short or byte => new IntValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        _ => new FloatValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private object? Read(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode flag => flag.Value,
        IntValueNode number when long.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => value,
        IntValueNode number => ReadNumber(number.Value),
        FloatValueNode number => ReadNumber(number.Value),
        ListValueNode list => list.Items.Select(Read).ToList(),
        ObjectValueNode item => item.Fields.ToDictionary(field => field.Name.Value, field => Read(field.Value), StringComparer.Ordinal),
        NullValueNode => null,
        _ => throw new ScalarFormatException($"{Name} cannot represent value: {LiteralText.Of(literal)}"),
    };

    private static object ReadNumber(string digits) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.Parse(digits, CultureInfo.InvariantCulture);

    private static void WriteAny(object? value, ResultWriter writer)
    {
        switch (value)
        {
            case null: writer.Null(); break;
            case string text: writer.String(text); break;
            case bool flag: writer.Boolean(flag); break;
            case JsonElement element: writer.Raw(System.Text.Encoding.UTF8.GetBytes(element.GetRawText())); break;
            case double number: BuiltInScalars.Float.Write(number, writer); break;
            case IUtf8SpanFormattable number when IsNumber(number): writer.Number(number); break;
            case IUtf8SpanFormattable other: writer.Quoted(other); break;
            case IDictionary<string, object?> fields: WriteFields(fields, writer); break;
            case IEnumerable items: WriteItems(items, writer); break;
            default: throw new ScalarFormatException($"Any cannot represent a value of {value.GetType().Name}.");
        }
    }

    private static bool IsNumber(object value) => value is int or long or short or byte or sbyte or ushort or uint or ulong or decimal;

    private static void WriteFields(IDictionary<string, object?> fields, ResultWriter writer)
    {
        writer.Byte((byte)'{');
        var separate = false;
        foreach (var (name, value) in fields)
        {
            if (separate) writer.Byte((byte)',');
            separate = true;
            writer.String(name);
            writer.Byte((byte)':');
            WriteAny(value, writer);
        }

        writer.Byte((byte)'}');
    }

    private static void WriteItems(IEnumerable items, ResultWriter writer)
    {
        writer.Byte((byte)'[');
        var separate = false;
        foreach (var item in items)
        {
            if (separate) writer.Byte((byte)',');
            separate = true;
            WriteAny(item, writer);
        }

        writer.Byte((byte)']');
    }
}
