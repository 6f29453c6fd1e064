using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Investr.GraphQL.Types;

namespace Investr.Api.Exporting;

/// <summary>A value of the domain that is written as one text.</summary>
internal sealed class TextJson<T>(Func<T, string> text) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

/// <summary>Identities of the domain (a PortfolioId, say) as the global ids that GraphQL gives and takes.</summary>
internal sealed class NodeIdJson : JsonConverterFactory
{
    private const string Ending = "Id";

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.Name.EndsWith(Ending, StringComparison.Ordinal)
        && typeToConvert.GetProperty("Value")?.PropertyType == typeof(Guid);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)typeof(NodeIdJson)
        .GetMethod(nameof(ConverterOf), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(typeToConvert)
        .Invoke(null, [typeToConvert.GetProperty("Value")])!;

    private static TextJson<T> ConverterOf<T>(PropertyInfo value) =>
        new(id => NodeId.Of(typeof(T).Name[..^Ending.Length], (Guid)value.GetValue(id)!));
}
