using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>How the APIs' JSON is read: names in any case, numbers as they are written.</summary>
internal static class ApiJson
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ExactNumber() },
    };

    /// <summary>As <see cref="Options"/>, for an API that writes names_like_this.</summary>
    internal static JsonSerializerOptions SnakeCase { get; } = new(Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A number, or a text that is one, 1.2e-08 included; null for what stands for none: null, "", "-", "None", "NA".</summary>
    private sealed class ExactNumber : JsonConverter<decimal?>
    {
        public override bool HandleNull => true;

        public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.Number => reader.TryGetDecimal(out var number) ? number : null,
                JsonTokenType.String => Parse(reader.GetString()),
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        private static decimal? Parse(string? text) =>
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
