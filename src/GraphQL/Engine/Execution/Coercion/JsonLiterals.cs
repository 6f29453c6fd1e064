using System.Globalization;
using System.Text;
using System.Text.Json;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>Reads a request's variables as literals, so that scalars have one way in. Uploaded files take the place of the nulls that
/// stand for them.</summary>
internal ref struct JsonLiterals(ReadOnlySpan<byte> json, IReadOnlyDictionary<string, IFile>? files, int maxValues)
{
    private Utf8JsonReader _reader = new(json);
    private int _values;

    /// <summary>The values of the declared variables, in their order; null where one is not given. Others are ignored, as the
    /// specification asks.</summary>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    /// <exception cref="GraphQLException">It has more values than allowed.</exception>
    public ValueNode?[] Read(VariablePlan[] plans)
    {
        var values = new ValueNode?[plans.Length];
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Null) return values;
        if (_reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Variables are a JSON object.");

        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var index = IndexOf(plans);
            _reader.Read();
            if (index < 0) _reader.Skip();
            else values[index] = Value(files is null ? "" : $"variables.{plans[index].Name}");
        }

        return values;
    }

    private readonly int IndexOf(VariablePlan[] plans)
    {
        for (var i = 0; i < plans.Length; i++)
        {
            if (_reader.ValueTextEquals(plans[i].Utf8Name)) return i;
        }

        return -1;
    }

    private ValueNode Value(string path)
    {
        if (++_values > maxValues)
        {
            throw new GraphQLException(
                new GraphQLError($"The variables have more than {maxValues} values.") { Code = ErrorCodes.LimitExceeded });
        }

        return Read(path);
    }

    private ValueNode Read(string path) => _reader.TokenType switch
    {
        JsonTokenType.String => new StringValueNode(_reader.GetString()!),
        JsonTokenType.True => new BooleanValueNode(true),
        JsonTokenType.False => new BooleanValueNode(false),
        JsonTokenType.Number => Number(Encoding.ASCII.GetString(_reader.ValueSpan)),
        JsonTokenType.StartArray => List(path),
        JsonTokenType.StartObject => Object(path),
        _ => files?.GetValueOrDefault(path) is { } file ? new FileValueNode(file) : new NullValueNode(),
    };

    private ListValueNode List(string path)
    {
        var items = new List<ValueNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(files is null ? "" : $"{path}.{items.Count}"));
        return new(items);
    }

    private ObjectValueNode Object(string path)
    {
        Dictionary<string, ObjectFieldNode>? fields = null;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString()!;
            _reader.Read();

            // Of two fields with one name the last one counts, as in JavaScript.
            (fields ??= new(StringComparer.Ordinal))[name] = new(new(name), Value(files is null ? "" : $"{path}.{name}"));
        }

        return new(fields is null ? [] : [.. fields.Values]);
    }

    // JSON has one kind of number: 1.0 and 1e2 are integers as well as 1 is.
    private static ValueNode Number(string text)
    {
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0) return new IntValueNode(text);

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && decimal.Abs(number) <= int.MaxValue
                ? new IntValueNode(decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture))
                : new FloatValueNode(text);
    }
}
