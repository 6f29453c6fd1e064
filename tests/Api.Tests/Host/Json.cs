using System.Globalization;
using System.Text.Json;

namespace Investr.Api.Tests.Host;

/// <summary>Ways through an answer: <c>data.At("portfolio.holdings.nodes.0")</c>.</summary>
internal static class Json
{
    public static JsonElement At(this JsonElement json, string path) => path.Split('.').Aggregate(json, Step);

    public static string? Text(this JsonElement json, string path) => json.At(path).GetString();

    public static int Int(this JsonElement json, string path) => json.At(path).GetInt32();

    /// <summary>A Decimal, which is written as a text.</summary>
    public static decimal Decimal(this JsonElement json, string path) =>
        decimal.Parse(json.Text(path)!, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>A text of each item of a list.</summary>
    public static IEnumerable<string?> Texts(this JsonElement json, string list, string path) =>
        json.At(list).EnumerateArray().Select(item => item.Text(path));

    /// <summary>The code of the first error; null where there is none.</summary>
    public static string? Code(this JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var extensions) ? extensions.Text("code") : null;

    public static bool IsNull(this JsonElement json, string path) => json.At(path).ValueKind == JsonValueKind.Null;

    private static JsonElement Step(JsonElement json, string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        ? json[index]
        : json.GetProperty(name);
}
